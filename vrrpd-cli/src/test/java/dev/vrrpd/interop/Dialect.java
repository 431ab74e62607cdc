package dev.vrrpd.interop;

import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.List;

/** The ways of speaking VRRP that both daemons must share, and the times that follow from them. */
enum Dialect {
  V2(2, 1000, Travel.MULTICAST, Proof.NONE),
  V2_PASS(2, 1000, Travel.MULTICAST, Proof.PASS),
  V2_UNICAST_PASS(2, 1000, Travel.UNICAST, Proof.PASS),
  V2_AH(2, 1000, Travel.MULTICAST, Proof.AH),
  V2_UNICAST_AH(2, 1000, Travel.UNICAST, Proof.AH),
  V3(3, 200, Travel.MULTICAST, Proof.NONE),
  V3_UNICAST(3, 200, Travel.UNICAST, Proof.NONE),
  V3_IPV6(3, 200, Travel.IPV6_MULTICAST, Proof.NONE),
  V3_IPV6_UNICAST(3, 200, Travel.IPV6_UNICAST, Proof.NONE),
  V2_HMAC(2, 1000, Travel.MULTICAST, Proof.HMAC),
  V3_UNICAST_HMAC(3, 200, Travel.UNICAST, Proof.HMAC),
  V3_IPV6_HMAC(3, 200, Travel.IPV6_MULTICAST, Proof.HMAC),
  V3_10MS(3, 10, Travel.MULTICAST, Proof.NONE);

  static final int VRID = 51;

  private final int version;
  private final Duration interval;
  private final Travel travel;
  private final Proof proof;

  Dialect(int version, int millis, Travel travel, Proof proof) {
    this.version = version;
    this.interval = Duration.ofMillis(millis);
    this.travel = travel;
    this.proof = proof;
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

  /** It takes a trailer for a part of the message, and the checksum over IPv4 for wrong. */
  boolean isKnownToTshark() {
    return proof != Proof.HMAC || travel == Travel.IPV6_MULTICAST;
  }

  /** The address whose whereabouts the tests ask for. */
  String virtualAddress() {
    return travel.virtualAddress();
  }

  IpAddress source(Side side) {
    return travel.source(side);
  }

  IpAddress destination(Side peer) {
    return travel.destination(peer);
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
            travel.configuration(self),
            proof.configuration(),
            String.join("\n  ", more),
            travel.virtualAddresses());
  }
}
