package dev.vrrpd.dbus;

import java.io.IOException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Peer;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.MethodCall;

/**
 * A connection to a message bus. Everything waits for the bus, 5 s at most, and fails with {@link
 * DBusException}: for a thread that may be stuck.
 */
final class Bus implements AutoCloseable {
  static final String SYSTEM = "unix:path=/var/run/dbus/system_bus_socket";

  private static final int PATIENCE_MILLIS = 5_000;

  private final DBusConnection connection;
  private final Peer daemon;

  private Bus(DBusConnection connection, Peer daemon) {
    this.connection = connection;
    this.daemon = daemon;
  }

  /**
   * Under a name of ours.
   *
   * @param address as in {@code DBUS_SYSTEM_BUS_ADDRESS}
   * @param uid who we are to the bus
   */
  static Bus connect(String address, long uid, String name) throws DBusException {
    Bus bus = connect(address, uid);
    try {
      bus.connection.requestBusName(name);
      return bus;
    } catch (DBusException | DBusExecutionException e) {
      bus.connection.disconnect();
      throw new DBusException(e.getMessage(), e);
    }
  }

  /** To ask others, nameless. */
  static Bus connect(String address, long uid) throws DBusException {
    MethodCall.setDefaultTimeout(PATIENCE_MILLIS);
    DBusConnection connection;
    try {
      connection =
          DBusConnectionBuilder.forAddress(address)
              .withShared(false)
              .transportConfig()
              .withTimeout(PATIENCE_MILLIS)
              .configureSasl()
              .withSaslUid(uid)
              .back()
              .back()
              .build();
    } catch (DBusExecutionException e) {
      throw new DBusException(e.getMessage(), e);
    }
    try {
      return new Bus(
          connection,
          connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", Peer.class));
    } catch (DBusException | DBusExecutionException e) {
      connection.disconnect();
      throw new DBusException(e.getMessage(), e);
    }
  }

  /** Somebody else's object; asking it may throw {@link DBusExecutionException}. */
  <T extends DBusInterface> T object(String owner, String path, Class<T> type)
      throws DBusException {
    return connection.getRemoteObject(owner, path, type);
  }

  boolean connected() {
    return connection.isConnected();
  }

  void offer(DBusInterface object) throws DBusException {
    connection.exportObject(object.getObjectPath(), object);
  }

  void withdraw(String path) {
    connection.unExportObject(path);
  }

  /**
   * The library takes any number of signals for a bus that reads none. So one is only done when the
   * bus has answered a question that was sent after it.
   */
  void emit(DBusSignal signal) throws DBusException {
    connection.sendMessage(signal);
    try {
      daemon.Ping();
    } catch (DBusExecutionException e) {
      throw new DBusException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
