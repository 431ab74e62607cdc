package dev.vrrpd.interop;

/** The two machines of a {@link Duel}. A has the lower address. */
enum Side {
  A("10.9.0.1", "fd09::1", "fe80::ff:fe00:a", "02:00:00:00:00:0a"),
  B("10.9.0.2", "fd09::2", "fe80::ff:fe00:b", "02:00:00:00:00:0b");

  private final String ipv4;
  private final String ipv6;
  private final String linkLocal;
  private final String mac;

  Side(String ipv4, String ipv6, String linkLocal, String mac) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
    this.linkLocal = linkLocal;
    this.mac = mac;
  }

  String ipv4() {
    return ipv4;
  }

  String ipv6() {
    return ipv6;
  }

  String linkLocal() {
    return linkLocal;
  }

  String mac() {
    return mac;
  }

  Side peer() {
    return this == A ? B : A;
  }
}
