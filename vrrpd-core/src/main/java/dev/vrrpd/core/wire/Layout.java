package dev.vrrpd.core.wire;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;

/**
 * Where the fields of a VRRP packet lie. RFC 9568 section 5.1, RFC 3768 section 5.1.
 *
 * <pre>
 *  0       1        2        3
 *  ver|typ VRID     priority count
 *  rsv|interval v3  checksum            v2: authentication type, interval in seconds, checksum
 *  addresses, 4 or 16 octets each
 *  v2 over IPv4: 8 octets of authentication data
 * </pre>
 */
final class Layout {
  static final int VERSION_AND_TYPE = 0;
  static final int VRID = 1;
  static final int PRIORITY = 2;
  static final int COUNT = 3;
  static final int INTERVAL = 4;
  static final int AUTHENTICATION_TYPE = 4;
  static final int SECONDS = 5;
  static final int CHECKSUM = 6;
  static final int ADDRESSES = 8;
  static final int PASSWORD_OCTETS = 8;
  static final int TYPE_ADVERTISEMENT = 1;

  /** RFC 9568 section 5.1.1.2. */
  private static final IpAddress GROUP = IpAddress.of("224.0.0.18");

  private Layout() {}

  /** Octets of a packet with so many addresses. */
  static int length(Version version, Family family, int count) {
    return ADDRESSES + count * family.addressOctets() + trailer(version, family);
  }

  private static int trailer(Version version, Family family) {
    return version == Version.V2 && family == Family.IPV4 ? PASSWORD_OCTETS : 0;
  }

  static int octet(byte[] packet, int offset) {
    return packet[offset] & 0xff;
  }

  static int sixteen(byte[] packet, int offset) {
    return octet(packet, offset) << 8 | octet(packet, offset + 1);
  }

  static void putSixteen(byte[] packet, int offset, int value) {
    packet[offset] = (byte) (value >>> 8);
    packet[offset + 1] = (byte) value;
  }

  /**
   * Sum over everything the checksum covers: 0xffff if it is right, the complement of the checksum
   * if its field is still 0. Version 2 over IPv4 has no pseudo-header; IPv6 always has one.
   */
  @Implements(Rule.CHECKSUM_COVERS_THE_MESSAGE)
  static int coveredSum(
      byte[] packet,
      int length,
      Version version,
      ChecksumRule rule,
      IpAddress source,
      IpAddress destination) {
    boolean choice = source.family() == Family.IPV4 && version == Version.V3;
    boolean plain =
        source.family() == Family.IPV4 && (!choice || rule == ChecksumRule.MESSAGE_ONLY);
    IpAddress covered =
        choice && rule == ChecksumRule.WITH_GROUP_PSEUDO_HEADER ? GROUP : destination;
    long sum = InternetChecksum.sum(packet, length);
    return plain
        ? (int) sum
        : InternetChecksum.fold(sum + InternetChecksum.pseudoHeader(source, covered, length));
  }
}
