package dev.vrrpd.dbus;

import java.io.IOException;
import java.util.Optional;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;

/**
 * systemd's units, asked on the system bus. An answer is waited for, 5 s at most: for a thread that
 * may be stuck. Unanswered, it connects anew. Confined to that thread.
 */
public final class Units implements AutoCloseable {
  private final String address;
  private final long uid;
  private Optional<Bus> bus = Optional.empty();

  /** There was no answer, or a refusal. */
  public static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(Exception cause) {
      super(cause.getMessage() == null ? "no answer on the bus" : cause.getMessage(), cause);
    }
  }

  /**
   * @param address {@code DBUS_SYSTEM_BUS_ADDRESS}, if it is set
   * @param uid who we are to the bus
   */
  public Units(Optional<String> address, long uid) {
    this.address = address.orElse(Bus.SYSTEM);
    this.uid = uid;
  }

  /** {@code active}, {@code failed}, ... */
  public String activeState(String unit) throws Unanswered {
    try {
      Bus there = connected();
      String path =
          there
              .object(SystemdInterface.BUS_NAME, SystemdInterface.PATH, SystemdInterface.class)
              .getUnit(unit)
              .getPath();
      return there
          .object(SystemdInterface.BUS_NAME, path, Properties.class)
          .<String>Get(SystemdInterface.UNIT, SystemdInterface.ACTIVE_STATE);
    } catch (DBusExecutionException refusal) {
      if (refusal instanceof NoReply) {
        close();
      }
      throw new Unanswered(refusal);
    } catch (DBusException e) {
      close();
      throw new Unanswered(e);
    }
  }

  private Bus connected() throws DBusException {
    if (bus.filter(Bus::connected).isEmpty()) {
      close();
      bus = Optional.of(Bus.connect(address, uid));
    }
    return bus.orElseThrow();
  }

  @Override
  public void close() {
    try {
      if (bus.isPresent()) {
        bus.get().close();
      }
    } catch (IOException _) {
      bus = Optional.empty(); // it was lost before
    }
    bus = Optional.empty();
  }
}
