package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.Expectation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the configuration of an instance makes of received datagrams. */
final class Expectations {
  private Expectations() {}

  static Expectation of(InstanceConfig config) {
    VirtualRouterParameters parameters = config.parameters();
    return new Expectation(
        parameters.vrid(),
        parameters.version(),
        parameters.authentication(),
        parameters.checksumRule(),
        parameters.advertisementInterval(),
        senders(config.transport(), parameters.authentication() instanceof Authentication.Signed));
  }

  /** Who signs has peers and no strangers, whether or not {@code check_unicast_src} says so. */
  private static Expectation.Senders senders(Transport transport, boolean signed) {
    return switch (transport) {
      case Transport.Multicast _ -> new Expectation.OnLink();
      case Transport.Unicast unicast when unicast.checkSource() || signed -> {
        Map<IpAddress, Expectation.TtlRange> ranges = new LinkedHashMap<>();
        for (Transport.Peer peer : unicast.peers()) {
          ranges.put(peer.address(), new Expectation.TtlRange(peer.minTtl(), peer.maxTtl()));
        }
        yield new Expectation.Peers(ranges);
      }
      case Transport.Unicast _ -> new Expectation.Anyone();
    };
  }
}
