package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.wire.DiscardReason;
import java.util.EnumSet;
import java.util.Set;

/** What keepalived says of an advertisement that it does not believe. */
final class DiscardWords {
  /** Those that keepalived 2.4 has words for, with the sender in them. */
  private static final Set<DiscardReason> NAMING_THE_SOURCE =
      EnumSet.range(DiscardReason.TRAILER_MISSING, DiscardReason.TRAILER_REPLAYED);

  private DiscardWords() {}

  /** Why it was discarded, and who sent it. */
  static String of(Note.Discarded n) {
    return NAMING_THE_SOURCE.contains(n.reason())
        ? reason(n)
        : "%s (from %s)".formatted(reason(n), n.source());
  }

  private static String reason(Note.Discarded n) {
    return switch (n.reason()) {
      case TOO_SHORT -> "vrrp packet too short, " + n.detail();
      case TOO_LONG -> "vrrp packet too long, " + n.detail();
      case TTL_NOT_255 -> "invalid TTL/HL. " + n.detail();
      case TTL_OUT_OF_RANGE -> "TTL/HL " + n.detail();
      case WRONG_VERSION -> "wrong version. " + n.detail();
      case AUTHENTICATION_TYPE_INVALID -> "Invalid auth type: " + n.detail();
      case AUTHENTICATION_TYPE_MISMATCH -> n.detail() + "!";
      case AUTHENTICATION_FAILED -> "received an invalid passwd!";
      case AH_MALFORMED -> "IPSEC-AH : " + n.reason().phrase();
      case AH_SPI_WRONG -> "IPSEC AH : invalid IPSEC SPI value. " + n.detail();
      case AH_DIGEST_WRONG ->
          "IPSEC-AH : invalid IPSEC HMAC-MD5 value. Due to fields mutation or bad password !";
      case TRAILER_MISSING -> "missing authentication trailer from " + n.source();
      case TRAILER_MALFORMED -> "malformed authentication trailer from " + n.source();
      case TRAILER_STALE ->
          "stale authentication trailer from %s, %s".formatted(n.source(), n.detail());
      case TRAILER_KEY_UNKNOWN ->
          "unknown authentication key id %s from %s".formatted(n.detail(), n.source());
      case TRAILER_DIGEST_WRONG -> "invalid authentication HMAC from " + n.source();
      case TRAILER_REPLAYED -> "replayed authentication trailer from " + n.source();
      case AH_REPLAYED -> "IPSEC-AH : sequence number " + n.detail();
      case INTERVAL_MISMATCH -> "advertisement interval mismatch " + n.detail();
      case TYPE_NOT_ADVERTISEMENT -> "Invalid packet type. " + n.detail();
      case CHECKSUM_WRONG -> "Invalid " + n.detail() + " checksum";
      case OWNER_LISTENS_TO_NOBODY -> "advert ignored: " + n.reason().phrase();
      case UNKNOWN_VRID, OWN_SOURCE -> n.reason().phrase() + " " + n.detail();
      case UNKNOWN_SOURCE -> "unicast source address " + n.source() + " not a unicast peer";
    };
  }
}
