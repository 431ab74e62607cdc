package dev.vrrpd.snmp;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.door.Outlet;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Picture;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code enable_snmp_...}: an AgentX subagent (RFC 2741) that is read and sends traps, and that
 * nobody can write to. Everything here returns at once.
 */
public final class SnmpService {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

  private final Outlet<SnmpEvent> outlet;

  /**
   * @param version the daemon's name and version
   * @param pictures the last one published, empty until the first; asked on any thread
   * @param deliveries counts what came of the traps
   */
  public SnmpService(String version, Supplier<Optional<Picture>> pictures, Deliveries deliveries) {
    outlet =
        new Outlet<>(
            "SNMP",
            Deliveries.Way.SNMP,
            deliveries,
            BETWEEN_ATTEMPTS,
            new SnmpPeer(version, pictures));
  }

  /** A configuration is about to be taken up. */
  public void use(DaemonConfig config) {
    outlet.offer(new SnmpEvent.Configured(config));
  }

  public void notify(Output.Notify notice) {
    outlet.offer(new SnmpEvent.Told(notice));
  }

  /** What was told is on its way. */
  public void close() {
    outlet.close();
  }

  /** After {@link #close}. */
  public void awaitEnd(Duration patience) {
    outlet.awaitEnd(patience);
  }
}
