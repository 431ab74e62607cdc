package dev.vrrpd.core.wire;

/** Which octets a version 3 IPv4 checksum covers. Version 2 and IPv6 leave no choice. */
public enum ChecksumRule {
  /** Pseudo-header and message: what keepalived and FRR send. RFC 5798 section 5.2.8. */
  WITH_PSEUDO_HEADER,
  /**
   * The same with the multicast group as the destination, though it goes to a peer: {@code
   * old_unicast_checksum}.
   */
  WITH_GROUP_PSEUDO_HEADER,
  /** The message only, and received checksums are not enforced: {@code v3_checksum_as_v2}. */
  MESSAGE_ONLY
}
