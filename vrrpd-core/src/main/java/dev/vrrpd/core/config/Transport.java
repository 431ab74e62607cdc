package dev.vrrpd.core.config;

import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How advertisements travel. */
public sealed interface Transport {
  /** Source address if configured ({@code mcast_src_ip}, {@code unicast_src_ip}). */
  Optional<IpAddress> source();

  /** To a group on the link; TTL 255. RFC 9568 section 5.1. */
  record Multicast(IpAddress group, Optional<IpAddress> source) implements Transport {}

  /**
   * To listed peers; {@code unicast_peer}.
   *
   * @param ttl {@code unicast_ttl}, 0 to 255; empty: 255 (IPv6: the kernel's default)
   * @param checkSource {@code check_unicast_src}
   */
  record Unicast(List<Peer> peers, Optional<IpAddress> source, OptionalInt ttl, boolean checkSource)
      implements Transport {
    public Unicast {
      peers = List.copyOf(peers);
    }
  }

  /** A unicast peer with the range its TTL must lie in, 0 to 255 each. */
  record Peer(IpAddress address, int minTtl, int maxTtl) {}
}
