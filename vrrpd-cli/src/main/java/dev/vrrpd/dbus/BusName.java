package dev.vrrpd.dbus;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** The property {@code Name} of an instance: keepalived delivers it as a structure of one. */
public final class BusName extends Struct {
  @Position(0)
  public final String name;

  public BusName(String name) {
    this.name = name;
  }
}
