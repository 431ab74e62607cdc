package dev.vrrpd.core.wire;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;

/**
 * Why a received datagram is refused: RFC 9568 section 7.1, and RFC 3768 section 7.1 for version 2.
 * The constants stand in the order of the checks, which is the order keepalived is seen to use.
 */
public enum DiscardReason {
  /** Fewer octets than the header, or than the address count announces. */
  @Implements(Rule.PACKET_IS_COMPLETE)
  TOO_SHORT("9568 7.1", "shorter than its address count implies"),
  /** More octets than announced, and not by Ethernet's padding. */
  @Implements(Rule.PACKET_IS_COMPLETE)
  TOO_LONG("9568 7.1", "longer than its address count implies"),
  @Implements(Rule.TTL_IS_255)
  TTL_NOT_255("9568 7.1", "TTL or hop limit is not 255"),
  /** {@code min_ttl}, {@code max_ttl} of a unicast peer. */
  TTL_OUT_OF_RANGE("keepalived", "TTL or hop limit is outside the peer's range"),
  @Implements(Rule.VERSION_IS_OURS)
  WRONG_VERSION("9568 7.1", "version differs"),
  /** {@code auth_hmac}: unsigned, where only signed ones are believed. */
  TRAILER_MISSING("keepalived", "authentication trailer is missing"),
  TRAILER_MALFORMED("keepalived", "authentication trailer is of another kind"),
  TRAILER_STALE("keepalived", "authentication trailer was made at another time"),
  TRAILER_KEY_UNKNOWN("keepalived", "authentication key is not one of ours"),
  TRAILER_DIGEST_WRONG("keepalived", "authentication trailer does not fit the packet"),
  TRAILER_REPLAYED("keepalived", "authentication trailer was there before"),
  AUTHENTICATION_TYPE_INVALID("3768 7.1", "authentication type is unknown"),
  @Implements(Rule.AUTHENTICATION_IS_OURS)
  AUTHENTICATION_TYPE_MISMATCH("3768 7.1", "authentication type differs"),
  AUTHENTICATION_FAILED("2338 7.1", "password is wrong"),
  AH_MALFORMED("2402 2", "authentication header is not one of VRRP"),
  AH_SPI_WRONG("2402 2.4", "security parameters index is not the source's address"),
  AH_DIGEST_WRONG("2402 3.4.4", "authentication header does not fit the packet"),
  AH_REPLAYED("2402 3.4.3", "sequence number was there before"),
  @Implements(Rule.INTERVAL_IS_OURS)
  INTERVAL_MISMATCH("3768 7.1", "advertisement interval differs"),
  @Implements(Rule.TYPE_IS_ADVERTISEMENT)
  TYPE_NOT_ADVERTISEMENT("9568 5.2.2", "type is not ADVERTISEMENT"),
  @Implements(Rule.CHECKSUM_IS_RIGHT)
  CHECKSUM_WRONG("9568 7.1", "checksum is wrong"),
  @Implements(Rule.VRID_IS_CONFIGURED)
  UNKNOWN_VRID("9568 7.1", "VRID is not configured here"),
  /** {@code owner_ignore_adverts}. */
  @Implements(Rule.OWNER_LISTENS_TO_NOBODY)
  OWNER_LISTENS_TO_NOBODY("9568 7.1", "we own the addresses"),
  /** Our own packet came back to us; RFC 9568 sees no such thing. */
  OWN_SOURCE("9568 5.1.1.1", "source is our own address"),
  /** {@code check_unicast_src}. */
  UNKNOWN_SOURCE("keepalived", "source is not a configured peer");

  private final String section;
  private final String phrase;

  DiscardReason(String section, String phrase) {
    this.section = section;
    this.phrase = phrase;
  }

  /** The RFC's number and section, or {@code keepalived} where only it has such a check. */
  public String section() {
    return section;
  }

  /** What is wrong, in words. */
  public String phrase() {
    return phrase;
  }
}
