package dev.vrrpd.dbus;

import java.util.Map;
import java.util.TreeMap;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownInterface;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An instance as an object on the bus; asked on any thread. */
final class InstanceObject implements InstanceInterface, Properties {
  private final String path;
  private final String name;
  private final BusStates states;
  private final Wishes wishes;

  InstanceObject(String path, String name, BusStates states, Wishes wishes) {
    this.path = path;
    this.name = name;
    this.states = states;
    this.wishes = wishes;
  }

  @Override
  public void sendGarp() {
    wishes.announce(name);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
  public <A> A Get(String interfaceName, String property) {
    Variant<?> value = GetAll(interfaceName).get(property);
    if (value == null) {
      throw new UnknownProperty("No such property “" + property + "”");
    }
    return (A) value;
  }

  @Override
  public <A> void Set(String interfaceName, String property, A value) {
    throw new PropertyReadOnly("Property “" + property + "” is not writable");
  }

  @Override
  public Map<String, Variant<?>> GetAll(String interfaceName) {
    if (!interfaceName.isEmpty() && !interfaceName.equals(NAME)) {
      throw new UnknownInterface("No such interface “" + interfaceName + "”");
    }
    Map<String, Variant<?>> all = new TreeMap<>();
    all.put("Name", new Variant<>(new BusName(name)));
    all.put("State", new Variant<>(states.of(name)));
    return all;
  }

  @Override
  public String getObjectPath() {
    return path;
  }
}
