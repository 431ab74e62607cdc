package dev.vrrpd.interop;

import dev.vrrpd.core.value.IpAddress;

/** How advertisements get from one side to the other, and what they carry. */
enum Travel {
  MULTICAST(false, false),
  UNICAST(true, false),
  IPV6_MULTICAST(false, true),
  IPV6_UNICAST(true, true);

  private final boolean unicast;
  private final boolean ipv6;

  Travel(boolean unicast, boolean ipv6) {
    this.unicast = unicast;
    this.ipv6 = ipv6;
  }

  IpAddress source(Side side) {
    return IpAddress.of(ipv6 && !unicast ? side.linkLocal() : address(side));
  }

  IpAddress destination(Side peer) {
    return IpAddress.of(unicast ? address(peer) : ipv6 ? "ff02::12" : "224.0.0.18");
  }

  private String address(Side side) {
    return ipv6 ? side.ipv6() : side.ipv4();
  }

  /** The address whose whereabouts the tests ask for. */
  String virtualAddress() {
    return ipv6 ? "fd09::100" : "10.9.0.100";
  }

  String virtualAddresses() {
    return ipv6 ? "fe80::9:100\n fd09::100/64" : "10.9.0.100/24";
  }

  /** The lines of an instance on this side; keepalived's own hop limit for IPv6 unicast is 64. */
  String configuration(Side self) {
    return unicast
        ? "unicast_src_ip %s\n unicast_ttl 255\n unicast_peer {\n %s\n }"
            .formatted(address(self), address(self.peer()))
        : "";
  }
}
