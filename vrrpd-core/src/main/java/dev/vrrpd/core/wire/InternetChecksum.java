package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.IpAddress;

/** The ones' complement sum of RFC 1071, with or without a pseudo-header. */
final class InternetChecksum {
  private static final int PROTOCOL_VRRP = 112;

  private InternetChecksum() {}

  /** Sum of the first {@code length} octets: folded, not yet complemented. */
  static int sum(byte[] octets, int length) {
    long sum = 0;
    for (int i = 0; i + 1 < length; i += 2) {
      sum += ((octets[i] & 0xff) << 8) | (octets[i + 1] & 0xff);
    }
    if (length % 2 == 1) {
      sum += (octets[length - 1] & 0xff) << 8;
    }
    return fold(sum);
  }

  /** Sum of the pseudo-header before {@code length} octets: RFC 9293 section 3.1, RFC 8200 8.1. */
  static int pseudoHeader(IpAddress source, IpAddress destination, int length) {
    return fold(sum(source) + sum(destination) + PROTOCOL_VRRP + length);
  }

  private static long sum(IpAddress address) {
    long sum = 0;
    for (int i = 0; i < address.family().addressOctets(); i += 2) {
      sum += address.octet(i) << 8 | address.octet(i + 1);
    }
    return sum;
  }

  static int fold(long sum) {
    long folded = sum;
    while (folded > 0xffff) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }
}
