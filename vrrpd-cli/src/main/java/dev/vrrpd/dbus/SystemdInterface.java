package dev.vrrpd.dbus;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** What of {@code org.freedesktop.systemd1(5)} is asked of systemd itself. */
@DBusInterfaceName("org.freedesktop.systemd1.Manager")
public interface SystemdInterface extends DBusInterface {
  String BUS_NAME = "org.freedesktop.systemd1";
  String PATH = "/org/freedesktop/systemd1";
  String UNIT = "org.freedesktop.systemd1.Unit";
  String ACTIVE_STATE = "ActiveState";

  /** The object of a unit that is loaded; any other is refused. */
  @DBusMemberName("GetUnit")
  DBusPath getUnit(String name);
}
