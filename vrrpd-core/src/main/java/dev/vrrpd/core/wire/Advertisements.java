package dev.vrrpd.core.wire;

import static dev.vrrpd.core.wire.Layout.octet;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.WallTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Advertisements to octets and back. Never throws for what a datagram holds. */
public final class Advertisements {
  /** The address count has one octet. RFC 9568 section 5.2.5. */
  public static final int MOST_ADDRESSES = 255;

  private Advertisements() {}

  /** The VRID a datagram claims, before anything else of it is believed; empty if it has none. */
  public static OptionalInt vrid(Datagram datagram) {
    byte[] payload = datagram.payload();
    int at = Layout.VRID + (datagram.authenticated() ? AuthenticationHeader.OCTETS : 0);
    return payload.length > at ? OptionalInt.of(octet(payload, at)) : OptionalInt.empty();
  }

  /**
   * Checks a datagram as RFC 9568 section 7.1 asks, and reads it.
   *
   * @param now matters to signed advertisements only
   */
  public static Reception parse(Datagram datagram, Expectation expectation, WallTime now) {
    return new AdvertisementParser(datagram, expectation, now).parse();
  }

  /**
   * What follows the IP header when {@code advertisement} travels in {@code envelope}.
   *
   * @throws IllegalArgumentException for more than {@value #MOST_ADDRESSES} addresses, or an
   *     interval the version cannot carry
   */
  @Implements({Rule.MESSAGE_SAYS_WHAT_IS_CONFIGURED, Rule.RESERVED_BITS})
  public static byte[] encode(
      Advertisement advertisement,
      Authentication authentication,
      ChecksumRule rule,
      Envelope envelope) {
    Version version = advertisement.version();
    List<IpAddress> addresses = advertisement.addresses();
    if (addresses.size() > MOST_ADDRESSES || !version.carries(advertisement.interval())) {
      throw new IllegalArgumentException("does not fit into a packet: " + advertisement);
    }
    Family family = envelope.source().family();
    byte[] packet = new byte[Layout.length(version, family, addresses.size())];
    packet[Layout.VERSION_AND_TYPE] = (byte) (version.number() << 4 | Layout.TYPE_ADVERTISEMENT);
    packet[Layout.VRID] = (byte) advertisement.vrid().value();
    packet[Layout.PRIORITY] = (byte) advertisement.priority().value();
    packet[Layout.COUNT] = (byte) addresses.size();
    switch (version) {
      case V2 -> packet[Layout.SECONDS] = (byte) (advertisement.interval().value() / 100);
      case V3 -> Layout.putSixteen(packet, Layout.INTERVAL, advertisement.interval().value());
    }
    int end = Layout.ADDRESSES;
    for (IpAddress address : addresses) {
      address.write(packet, end);
      end += family.addressOctets();
    }
    if (version == Version.V2 && family == Family.IPV4) {
      authenticate(packet, end, authentication);
    }
    sum(packet, version, rule, envelope);
    return switch (authentication) {
      case Authentication.Ah ah -> AuthenticationHeader.seal(packet, ah, envelope);
      case Authentication.Signed signed when !signed.silent() ->
          signed(SignatureTrailer.sign(packet, signed, envelope), version, rule, envelope);
      case Authentication.None _, Authentication.SimplePassword _, Authentication.Signed _ ->
          packet;
    };
  }

  /** What the kernel makes of an IPv6 checksum covers a trailer too. */
  private static byte[] signed(
      byte[] packet, Version version, ChecksumRule rule, Envelope envelope) {
    if (envelope.source().family() == Family.IPV6) {
      sum(packet, version, rule, envelope);
    }
    return packet;
  }

  private static void sum(byte[] packet, Version version, ChecksumRule rule, Envelope envelope) {
    Layout.putSixteen(packet, Layout.CHECKSUM, 0);
    int sum =
        Layout.coveredSum(
            packet, packet.length, version, rule, envelope.source(), envelope.destination());
    Layout.putSixteen(packet, Layout.CHECKSUM, ~sum);
  }

  @Implements(Rule.AUTHENTICATION_DATA)
  private static void authenticate(byte[] packet, int offset, Authentication authentication) {
    packet[Layout.AUTHENTICATION_TYPE] = (byte) authentication.type();
    if (authentication instanceof Authentication.SimplePassword(String password)) {
      byte[] octets = passwordOctets(password);
      System.arraycopy(octets, 0, packet, offset, octets.length);
    }
  }

  /** Eight octets, padded with zeros. RFC 2338 section 5.3.10. */
  static byte[] passwordOctets(String password) {
    byte[] padded = new byte[Layout.PASSWORD_OCTETS];
    byte[] given = password.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(given, 0, padded, 0, Math.min(given.length, padded.length));
    return padded;
  }
}
