package dev.vrrpd.netlink.rtnetlink;

/** {@code net.ipv4.conf.LINK.*} by their numbers in rtnetlink(7), as linux/ip.h has them. */
public enum InterfaceOption {
  /** 2 passes a source that is reachable by any link. */
  RP_FILTER(8),
  /** 2 never names an address of another link in a request. */
  ARP_ANNOUNCE(18),
  /** 1 answers for the addresses of the link itself only. */
  ARP_IGNORE(19),
  PROMOTE_SECONDARIES(20),
  ACCEPT_LOCAL(23);

  private final int number;

  InterfaceOption(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
