package dev.vrrpd.dbus;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.door.Outlet;
import dev.vrrpd.metrics.Deliveries;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code enable_dbus}: keepalived's objects, signals and methods on the system bus. Everything here
 * returns at once.
 */
public final class BusService {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

  private final Outlet<BusEvent> outlet;

  /**
   * @param address {@code DBUS_SYSTEM_BUS_ADDRESS}, if it is set
   * @param uid who we are to the bus
   * @param deliveries counts what came of what was told
   */
  public BusService(Optional<String> address, long uid, Wishes wishes, Deliveries deliveries) {
    outlet =
        new Outlet<>(
            "D-Bus",
            Deliveries.Way.DBUS,
            deliveries,
            BETWEEN_ATTEMPTS,
            new BusPeer(address.orElse(Bus.SYSTEM), uid, wishes));
  }

  /** A configuration is about to be taken up. */
  public void use(DaemonConfig config) {
    outlet.offer(new BusEvent.Configured(config));
  }

  public void notify(Output.Notify notice) {
    outlet.offer(new BusEvent.Told(notice));
  }

  /** The last signal is on its way. */
  public void close() {
    outlet.offer(new BusEvent.Stopped());
    outlet.close();
  }

  /** After {@link #close}. */
  public void awaitEnd(Duration patience) {
    outlet.awaitEnd(patience);
  }
}
