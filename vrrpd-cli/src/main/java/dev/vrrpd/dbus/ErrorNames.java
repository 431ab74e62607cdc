package dev.vrrpd.dbus;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.spi.message.IMessageReader;
import org.freedesktop.dbus.spi.message.IMessageWriter;
import org.freedesktop.dbus.spi.message.ISocketProvider;
import org.freedesktop.dbus.spi.message.InputStreamMessageReader;
import org.freedesktop.dbus.spi.message.OutputStreamMessageWriter;

/**
 * Refusals leave under the names of the D-Bus specification, as keepalived's do; dbus-java names
 * them after its own exception classes. The library finds this class as a service and writes
 * through it.
 */
public final class ErrorNames implements ISocketProvider {
  private static final String STANDARD = "org.freedesktop.DBus.Error.";
  private static final String LIBRARY = "org.freedesktop.dbus.";

  @Override
  public IMessageReader createReader(SocketChannel socket) {
    return new InputStreamMessageReader(socket);
  }

  @Override
  public IMessageWriter createWriter(SocketChannel socket) {
    return new Writer(new OutputStreamMessageWriter(socket));
  }

  @Override
  public void setFileDescriptorSupport(boolean wanted) {}

  @Override
  public boolean isFileDescriptorPassingSupported() {
    return false;
  }

  /** What a caller reads for an exception of the library. */
  static String standard(String name) {
    if (!name.startsWith(LIBRARY)) {
      return name;
    }
    return STANDARD
        + switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "UnknownMethod", "UnknownObject" -> "UnknownMethod";
          case "UnknownInterface", "UnknownProperty", "PropertyReadOnly", "InvalidMethodArgument" ->
              "InvalidArgs";
          default -> "Failed";
        };
  }

  private record Writer(IMessageWriter wire) implements IMessageWriter {
    @Override
    public void writeMessage(Message message) throws IOException {
      wire.writeMessage(message instanceof Error error ? renamed(error) : message);
    }

    private static Message renamed(Error error) throws IOException {
      try {
        return new MessageFactory(error.getEndianess())
            .createError(
                error.getDestination(),
                standard(error.getName()),
                error.getReplySerial(),
                error.getSig(),
                error.getParameters());
      } catch (DBusException unreadable) {
        throw new IOException(unreadable);
      }
    }

    @Override
    public boolean isClosed() {
      return wire.isClosed();
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
