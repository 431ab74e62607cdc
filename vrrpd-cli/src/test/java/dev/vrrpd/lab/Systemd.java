package dev.vrrpd.lab;

import dev.vrrpd.dbus.SystemdInterface;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** What systemd would say of its units on a bus, as far as anybody here asks. */
public final class Systemd implements SystemdInterface, AutoCloseable {
  private final DBusConnection connection;
  private final Map<String, Unit> units = new ConcurrentHashMap<>();

  /** On the bus of a node. */
  public Systemd(Program bus) {
    try {
      // The node's files, as this process sees them.
      String path = MessageBus.ADDRESS.replace("path=", "path=/proc/" + bus.pid() + "/root");
      connection = DBusConnectionBuilder.forAddress(path).withShared(false).build();
      connection.exportObject(PATH, this);
      connection.requestBusName(BUS_NAME);
    } catch (DBusException refused) {
      throw new AssertionError(refused);
    }
  }

  /** From now on a unit is {@code active}, {@code failed}, ... */
  public void unit(String name, String state) {
    units.computeIfAbsent(name, this::export).state = state;
  }

  private Unit export(String name) {
    Unit unit = new Unit(PATH + "/unit/" + name.replaceAll("[^A-Za-z0-9]", "_"));
    try {
      connection.exportObject(unit.getObjectPath(), unit);
      return unit;
    } catch (DBusException refused) {
      throw new AssertionError(refused);
    }
  }

  @Override
  public DBusPath getUnit(String name) {
    Unit unit = units.get(name);
    if (unit == null) {
      throw new DBusExecutionException("Unit %s not loaded.".formatted(name));
    }
    return new DBusPath(unit.getObjectPath());
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public void close() {
    connection.disconnect();
  }

  /** One unit. */
  public static final class Unit implements Properties {
    private final String path;
    private volatile String state = "inactive";

    Unit(String path) {
      this.path = path;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
    public <A> A Get(String interfaceName, String property) {
      return (A) GetAll(interfaceName).get(property);
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
      throw new DBusExecutionException("not writable");
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
      return Map.of(ACTIVE_STATE, new Variant<>(state));
    }

    @Override
    public String getObjectPath() {
      return path;
    }
  }
}
