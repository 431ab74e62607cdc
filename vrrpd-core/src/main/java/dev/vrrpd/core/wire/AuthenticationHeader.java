package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.IpAddress;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The IP authentication header before a version 2 message. RFC 2338 section 5.3.6.3, RFC 2402
 * section 2. The digest covers the whole IPv4 datagram as it leaves, with type of service, header
 * checksum and digest as zeros. The TTL counts on the link, where it does not change, and is zero
 * on the way to a unicast peer; keepalived is seen to do the same.
 *
 * <pre>
 *  0            1        2        3
 *  next header  length   reserved
 *  security parameters index: the sender's address
 *  sequence number
 *  digest, 12 octets
 * </pre>
 */
final class AuthenticationHeader {
  static final int OCTETS = 24;

  private static final int NEXT_HEADER = 0;
  private static final int LENGTH = 1;
  private static final int SPI = 4;
  private static final int SEQUENCE = 8;
  private static final int DIGEST = 12;
  private static final int DIGEST_OCTETS = 12;

  /** In words of 4 octets, less two. */
  private static final byte LENGTH_VALUE = 4;

  private static final byte PROTOCOL_VRRP = 112;
  private static final byte PROTOCOL_AH = 51;

  private static final int IPV4_HEADER = 20;
  private static final int TYPE_OF_SERVICE = 1;
  private static final int TTL = 8;
  private static final int HEADER_CHECKSUM = 10;
  private static final int DESTINATION = 16;
  private static final int MULTICAST = 0xe0;

  private AuthenticationHeader() {}

  /** {@code message} with its header before it. */
  static byte[] seal(byte[] message, Authentication.Ah authentication, Envelope envelope) {
    byte[] sealed = new byte[OCTETS + message.length];
    sealed[NEXT_HEADER] = PROTOCOL_VRRP;
    sealed[LENGTH] = LENGTH_VALUE;
    System.arraycopy(envelope.source().octets(), 0, sealed, SPI, 4);
    Layout.putSixteen(sealed, SEQUENCE, (int) (envelope.sequence() >>> 16));
    Layout.putSixteen(sealed, SEQUENCE + 2, (int) envelope.sequence());
    System.arraycopy(message, 0, sealed, OCTETS, message.length);
    byte[] digest = digest(authentication, ipHeader(envelope, sealed.length), sealed);
    System.arraycopy(digest, 0, sealed, DIGEST, DIGEST_OCTETS);
    return sealed;
  }

  /** As the socket writes it: no options, never fragmented, no flags. */
  static byte[] ipHeader(Envelope envelope, int payload) {
    byte[] header = new byte[IPV4_HEADER];
    header[0] = 0x45;
    Layout.putSixteen(header, 2, IPV4_HEADER + payload);
    Layout.putSixteen(header, 4, envelope.identification());
    header[TTL] = (byte) envelope.ttl();
    header[9] = PROTOCOL_AH;
    System.arraycopy(envelope.source().octets(), 0, header, 12, 4);
    System.arraycopy(envelope.destination().octets(), 0, header, DESTINATION, 4);
    return header;
  }

  private static byte[] digest(Authentication.Ah authentication, byte[] header, byte[] sealed) {
    byte[] immutable = header.clone();
    immutable[TYPE_OF_SERVICE] = 0;
    Layout.putSixteen(immutable, HEADER_CHECKSUM, 0);
    if ((header[DESTINATION] & 0xf0) != MULTICAST) {
      immutable[TTL] = 0;
    }
    byte[] blank = sealed.clone();
    Arrays.fill(blank, DIGEST, DIGEST + DIGEST_OCTETS, (byte) 0);
    byte[] key = Advertisements.passwordOctets(authentication.password());
    return Arrays.copyOf(KeyedDigest.MD5.of(key, immutable, blank), DIGEST_OCTETS);
  }

  /** The message behind the header; nothing if there is not even a whole header. */
  static byte[] message(Datagram datagram) {
    byte[] sealed = datagram.payload();
    return sealed.length < OCTETS ? new byte[0] : Arrays.copyOfRange(sealed, OCTETS, sealed.length);
  }

  static long sequence(byte[] sealed) {
    return Integer.toUnsignedLong(word(sealed, SEQUENCE));
  }

  private static int word(byte[] octets, int offset) {
    return Layout.sixteen(octets, offset) << 16 | Layout.sixteen(octets, offset + 2);
  }

  /** Everything about the header but its sequence number. RFC 2402 section 3.4. */
  static Optional<Reception.Discarded> check(Datagram datagram, Authentication.Ah authentication) {
    byte[] sealed = datagram.payload();
    if (sealed[NEXT_HEADER] != PROTOCOL_VRRP
        || sealed[LENGTH] != LENGTH_VALUE
        || Layout.sixteen(sealed, 2) != 0) {
      return refuse(DiscardReason.AH_MALFORMED, "");
    }
    IpAddress index = IpAddress.of(Arrays.copyOfRange(sealed, SPI, SPI + 4));
    if (!index.equals(datagram.source())) {
      return refuse(
          DiscardReason.AH_SPI_WRONG, "%s and expect %s".formatted(index, datagram.source()));
    }
    byte[] received = Arrays.copyOfRange(sealed, DIGEST, DIGEST + DIGEST_OCTETS);
    byte[] expected = digest(authentication, datagram.header(), sealed);
    return MessageDigest.isEqual(received, expected)
        ? Optional.empty()
        : refuse(DiscardReason.AH_DIGEST_WRONG, "");
  }

  private static Optional<Reception.Discarded> refuse(DiscardReason reason, String detail) {
    return Optional.of(new Reception.Discarded(reason, detail));
  }
}
