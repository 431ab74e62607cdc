package dev.vrrpd.interop;

import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.List;

/** The ways of speaking VRRP that both daemons must share, and the times that follow from them. */
enum Dialect {
  V2(2, 1000, false, false, false),
  V2_PASS(2, 1000, false, true, false),
  V2_UNICAST_PASS(2, 1000, true, true, false),
  V3(3, 200, false, false, false),
  V3_UNICAST(3, 200, true, false, false),
  V3_IPV6(3, 200, false, false, true),
  V3_10MS(3, 10, false, false, false);

  static final int VRID = 51;

  private final int version;
  private final Duration interval;
  private final boolean unicast;
  private final boolean pass;
  private final boolean ipv6;

  Dialect(int version, int millis, boolean unicast, boolean pass, boolean ipv6) {
    this.version = version;
    this.interval = Duration.ofMillis(millis);
    this.unicast = unicast;
    this.pass = pass;
    this.ipv6 = ipv6;
  }

  int version() {
    return version;
  }

  /** Whole seconds in version 2; in version 3 what three labs at once keep up with. */
  Duration interval() {
    return interval;
  }

  /**
   * RFC 3768 section 6.1 and RFC 9568 section 6.1: the former's skew is the same for every
   * interval.
   */
  Duration skew(int priority) {
    Duration unit = version == 2 ? Duration.ofSeconds(1) : interval();
    return unit.multipliedBy(256 - priority).dividedBy(256);
  }

  Duration activeDown(int priority) {
    return interval().multipliedBy(3).plus(skew(priority));
  }

  /** The address whose whereabouts the tests ask for. */
  String virtualAddress() {
    return ipv6 ? "fd09::100" : "10.9.0.100";
  }

  IpAddress source(Side side) {
    return IpAddress.of(ipv6 ? side.linkLocal() : side.ipv4());
  }

  IpAddress destination(Side peer) {
    return IpAddress.of(unicast ? peer.ipv4() : ipv6 ? "ff02::12" : "224.0.0.18");
  }

  String configuration(Side self, int priority, List<String> more) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id %d
      version %d
      priority %d
      advert_int %s
      %s
      %s
      %s
      virtual_ipaddress {
        %s
      }
    }
    """
        .formatted(
            VRID,
            version,
            priority,
            version == 2 ? "1" : interval.toMillis() / 1000.0,
            unicast
                ? "unicast_src_ip %s\n unicast_peer {\n %s\n }"
                    .formatted(self.ipv4(), self.peer().ipv4())
                : "",
            pass ? "authentication {\n auth_type PASS\n auth_pass s3cret\n }" : "",
            String.join("\n  ", more),
            ipv6 ? "fe80::9:100\n fd09::100/64" : "10.9.0.100/24");
  }
}
