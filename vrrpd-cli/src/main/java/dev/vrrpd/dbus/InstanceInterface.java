package dev.vrrpd.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;

/** {@code org.keepalived.Vrrp1.Instance}: one virtual router. */
@DBusInterfaceName("org.keepalived.Vrrp1.Instance")
@DBusProperty(name = "Name", type = BusName.class, access = DBusProperty.Access.READ)
@DBusProperty(name = "State", type = BusState.class, access = DBusProperty.Access.READ)
public interface InstanceInterface extends DBusInterface {
  String NAME = "org.keepalived.Vrrp1.Instance";

  /** Announces the addresses once more. */
  @DBusMemberName("SendGarp")
  void sendGarp();

  /** The instance has entered a state. */
  final class VrrpStatusChange extends DBusSignal {
    public final UInt32 status;

    public VrrpStatusChange(String path, UInt32 status) throws DBusException {
      super(path, status);
      this.status = status;
    }
  }
}
