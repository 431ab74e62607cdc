package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.WallTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The trailer of {@code auth_hmac}. It signs the message without its checksum, family, VRID and
 * source; not the destination, so that all peers get the same octets, and not the TTL.
 *
 * <pre>
 *  0      1       2        3
 *  type   key id  reserved
 *  seconds of UTC, the low 32 bits
 *  65536ths       counter
 *  the first 16 octets of HMAC-SHA-256
 * </pre>
 */
final class SignatureTrailer {
  static final int OCTETS = 28;

  private static final int TYPE = 0;
  private static final int KEY = 1;
  private static final int RESERVED = 2;
  private static final int SEQUENCE = 4;
  private static final int DIGEST = 12;
  private static final int DIGEST_OCTETS = 16;

  private static final byte HMAC_SHA256_128 = 1;
  private static final int PSEUDO_HEADER = 20;

  private SignatureTrailer() {}

  /** {@code message} with its trailer behind it. */
  static byte[] sign(byte[] message, Authentication.Signed authentication, Envelope envelope) {
    byte[] trailer = new byte[OCTETS];
    trailer[TYPE] = HMAC_SHA256_128;
    trailer[KEY] = (byte) authentication.activeKey();
    for (int i = 0; i < Long.BYTES; i++) {
      trailer[SEQUENCE + i] = (byte) (envelope.sequence() >>> (56 - 8 * i));
    }
    SigningKey key = authentication.key(authentication.activeKey()).orElseThrow();
    byte[] digest = digest(key, envelope.source(), message, trailer);
    System.arraycopy(digest, 0, trailer, DIGEST, DIGEST_OCTETS);
    byte[] signed = Arrays.copyOf(message, message.length + OCTETS);
    System.arraycopy(trailer, 0, signed, message.length, OCTETS);
    return signed;
  }

  private static byte[] digest(SigningKey key, IpAddress source, byte[] message, byte[] trailer) {
    byte[] pseudoHeader = new byte[PSEUDO_HEADER];
    pseudoHeader[0] = (byte) (source.family() == Family.IPV4 ? 4 : 6);
    pseudoHeader[1] = (byte) (message[Layout.VERSION_AND_TYPE] >> 4);
    pseudoHeader[2] = message[Layout.VRID];
    byte[] octets = source.octets();
    System.arraycopy(octets, 0, pseudoHeader, 4, octets.length);
    byte[] unsummed = message.clone();
    Layout.putSixteen(unsummed, Layout.CHECKSUM, 0);
    byte[] blank = Arrays.copyOf(Arrays.copyOf(trailer, DIGEST), OCTETS);
    byte[] whole = KeyedDigest.SHA256.of(key.octets(), pseudoHeader, unsummed, blank);
    return Arrays.copyOf(whole, DIGEST_OCTETS);
  }

  static long sequence(byte[] trailer) {
    long sequence = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      sequence = sequence << 8 | Layout.octet(trailer, SEQUENCE + i);
    }
    return sequence;
  }

  /** Everything but whether its number was there before: the cheap checks first. */
  static Optional<Reception.Discarded> check(
      byte[] message,
      byte[] trailer,
      IpAddress source,
      Authentication.Signed authentication,
      WallTime now) {
    if (trailer[TYPE] != HMAC_SHA256_128 || Layout.sixteen(trailer, RESERVED) != 0) {
      return refuse(DiscardReason.TRAILER_MALFORMED, "");
    }
    int skew = SignatureTime.skew(sequence(trailer), now);
    long window = authentication.window().toSeconds();
    if (authentication.antiReplay() == Authentication.AntiReplay.TIME && Math.abs(skew) > window) {
      return refuse(
          DiscardReason.TRAILER_STALE,
          "clock skew %d sec exceeds window %d sec".formatted(skew, window));
    }
    Optional<SigningKey> key = authentication.key(Layout.octet(trailer, KEY));
    if (key.isEmpty()) {
      return refuse(
          DiscardReason.TRAILER_KEY_UNKNOWN, Integer.toString(Layout.octet(trailer, KEY)));
    }
    byte[] received = Arrays.copyOfRange(trailer, DIGEST, OCTETS);
    return MessageDigest.isEqual(received, digest(key.get(), source, message, trailer))
        ? Optional.empty()
        : refuse(DiscardReason.TRAILER_DIGEST_WRONG, "");
  }

  private static Optional<Reception.Discarded> refuse(DiscardReason reason, String detail) {
    return Optional.of(new Reception.Discarded(reason, detail));
  }
}
