package dev.vrrpd.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** {@code org.keepalived.Vrrp1.Vrrp}: the daemon. Its methods act as the signals do. */
@DBusInterfaceName("org.keepalived.Vrrp1.Vrrp")
public interface VrrpInterface extends DBusInterface {

  /** SIGUSR1. */
  @DBusMemberName("PrintData")
  void printData();

  /** SIGUSR2. */
  @DBusMemberName("PrintStats")
  void printStats();

  /** What {@code --signum STATS_CLEAR} names. */
  @DBusMemberName("PrintStatsClear")
  void printStatsClear();

  /** SIGHUP. */
  @DBusMemberName("ReloadConfig")
  void reloadConfig();

  /** The first thing that is told. */
  final class VrrpStarted extends DBusSignal {
    public VrrpStarted(String path) throws DBusException {
      super(path);
    }
  }

  /** A configuration has been taken up. */
  final class VrrpReloaded extends DBusSignal {
    public VrrpReloaded(String path) throws DBusException {
      super(path);
    }
  }

  /** The last thing that is told. */
  final class VrrpStopped extends DBusSignal {
    public VrrpStopped(String path) throws DBusException {
      super(path);
    }
  }
}
