package dev.vrrpd.core.config;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * @param names peers whose addresses are not known yet
   * @param ttl {@code unicast_ttl}, 0 to 255; empty: 255
   * @param checkSource {@code check_unicast_src}
   */
  record Unicast(
      List<Peer> peers,
      List<NamedPeer> names,
      Optional<IpAddress> source,
      OptionalInt ttl,
      boolean checkSource)
      implements Transport {
    public Unicast {
      peers = List.copyOf(peers);
      names = List.copyOf(names);
    }

    /** With peers by address only. */
    public Unicast(
        List<Peer> peers, Optional<IpAddress> source, OptionalInt ttl, boolean checkSource) {
      this(peers, List.of(), source, ttl, checkSource);
    }

    public boolean hasPeer(IpAddress address) {
      for (Peer peer : peers) {
        if (peer.address().equals(address)) {
          return true;
        }
      }
      return false;
    }

    /** With the addresses of {@code family} in the place of names that are {@code known}. */
    Unicast resolved(Map<String, List<IpAddress>> known, Family family) {
      List<Peer> found = new ArrayList<>(peers);
      for (NamedPeer named : names) {
        known.getOrDefault(named.name(), List.of()).stream()
            .filter(address -> address.family() == family)
            .filter(address -> found.stream().noneMatch(peer -> peer.address().equals(address)))
            .forEach(address -> found.add(new Peer(address, named.minTtl(), named.maxTtl())));
      }
      List<NamedPeer> awaited =
          names.stream().filter(named -> !known.containsKey(named.name())).toList();
      return new Unicast(found, awaited, source, ttl, checkSource);
    }
  }

  /** An entry of {@code unicast_peer}, with the range that TTLs from there must lie in. */
  sealed interface Partner {
    /** As it is configured. */
    String text();

    int minTtl();

    int maxTtl();
  }

  /** A unicast peer by its address. */
  record Peer(IpAddress address, int minTtl, int maxTtl) implements Partner {
    @Override
    public String text() {
      return address.toString();
    }
  }

  /**
   * A unicast peer by its name: every address that the name has.
   *
   * @param interval how long an answer is believed before the name is looked up again
   */
  record NamedPeer(String name, Duration interval, int minTtl, int maxTtl) implements Partner {
    /** Of the entries that do not say. */
    public static final Duration USUAL_INTERVAL = Duration.ofSeconds(10);

    @Override
    public String text() {
      return name;
    }
  }
}
