package dev.vrrpd.daemon;

import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.MetricsAddress;
import dev.vrrpd.metrics.MetricsEndpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the endpoint where the configuration wants it. Opening and closing take time: never on the
 * loop. An address that cannot be had is reported; the daemon goes on without metrics.
 */
final class MetricsService {
  private static final Logger log = LoggerFactory.getLogger("metrics");

  private final Vitals vitals;
  private final String version;
  private Optional<MetricsAddress> wanted = Optional.empty();
  private Optional<MetricsEndpoint> endpoint = Optional.empty();

  MetricsService(Vitals vitals, String version) {
    this.vitals = vitals;
    this.version = version;
  }

  /** Opens, moves or closes the endpoint; leaves it alone where nothing has changed. */
  synchronized void use(GlobalConfig global) {
    if (global.metrics().equals(wanted) && endpoint.isPresent() == wanted.isPresent()) {
      return;
    }
    close();
    wanted = global.metrics();
    endpoint = wanted.flatMap(this::open);
  }

  private Optional<MetricsEndpoint> open(MetricsAddress address) {
    return switch (MetricsEndpoint.start(
        socketAddress(address), vitals.pictures(), vitals::silence, version)) {
      case MetricsEndpoint.Start.Listening(MetricsEndpoint opened) -> {
        log.info("Serving metrics at http://{}/metrics", address);
        yield Optional.of(opened);
      }
      case MetricsEndpoint.Start.Refused(String reason) -> {
        log.error("No metrics at {}: {}", address, reason);
        yield Optional.empty();
      }
    };
  }

  private static InetSocketAddress socketAddress(MetricsAddress address) {
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(address.address().octets()), address.port());
    } catch (UnknownHostException e) {
      throw new AssertionError("an address has 4 or 16 octets", e);
    }
  }

  synchronized void close() {
    endpoint.ifPresent(MetricsEndpoint::close);
    endpoint = Optional.empty();
  }
}
