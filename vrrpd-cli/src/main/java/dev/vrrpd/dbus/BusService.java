package dev.vrrpd.dbus;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.door.Outlet;
import dev.vrrpd.metrics.Deliveries;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code enable_dbus}: keepalived's objects, signals and methods on the system bus. Everything here
 * returns at once.
 */
public final class BusService {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

  private final BusStates states = new BusStates();
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
            new BusPeer(address.orElse(Bus.SYSTEM), uid, states, wishes));
  }

  /** A configuration is about to be taken up. */
  public void use(DaemonConfig config) {
    states.use(config.instances().stream().map(InstanceConfig::name).collect(Collectors.toSet()));
    outlet.offer(new BusEvent.Configured(config));
  }

  public void notify(Output.Notify notice) {
    states.told(notice);
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
