package dev.vrrpd.core.wire;

import static dev.vrrpd.core.wire.Layout.octet;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.WallTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The checks of RFC 9568 section 7.1 on one datagram, in the order of {@link DiscardReason}. */
final class AdvertisementParser {
  private static final int IPV4_HEADER = 20;

  /** What Ethernet pads a frame's payload to; VLAN tags take 4 octets each off it. */
  private static final int SHORTEST_PAYLOAD = 46;

  /** Empty unless it refuses. */
  private interface Check {
    Optional<Reception> apply(AdvertisementParser parser);
  }

  private static final Check[] CHECKS = {
    AdvertisementParser::header,
    AdvertisementParser::length,
    AdvertisementParser::hops,
    AdvertisementParser::version,
    AdvertisementParser::signature,
    AdvertisementParser::versionTwo,
    AdvertisementParser::type,
    AdvertisementParser::checksum,
    AdvertisementParser::vrid,
    AdvertisementParser::sender
  };

  private final Datagram datagram;
  private final byte[] packet;
  private final Family family;
  private final Expectation expected;
  private final WallTime now;

  AdvertisementParser(Datagram datagram, Expectation expected, WallTime now) {
    this.datagram = datagram;
    this.packet =
        datagram.authenticated() ? AuthenticationHeader.message(datagram) : datagram.payload();
    this.family = datagram.source().family();
    this.expected = expected;
    this.now = now;
  }

  Reception parse() {
    for (Check check : CHECKS) {
      Optional<Reception> refused = check.apply(this);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return new Reception.Accepted(read(), sequence(), otherForm());
  }

  private Optional<Reception> header() {
    boolean wantsHeader = expected.authentication() instanceof Authentication.Ah;
    return datagram.authenticated() == wantsHeader
        ? Optional.empty()
        : refuse(
            DiscardReason.AUTHENTICATION_TYPE_MISMATCH,
            wantsHeader ? "received no AH, expecting one" : "received an AH, expecting none");
  }

  /** By the number of addresses it claims. */
  private int expectedLength() {
    return Layout.length(expected.version(), family, octet(packet, Layout.COUNT));
  }

  private Optional<Reception> length() {
    if (packet.length < Layout.ADDRESSES) {
      return refuse(DiscardReason.TOO_SHORT, lengths(Layout.ADDRESSES));
    }
    int expectedLength = expectedLength();
    if (octet(packet, Layout.VERSION_AND_TYPE) >> 4 != expected.version().number()) {
      return Optional.empty();
    }
    if (packet.length < expectedLength) {
      return refuse(DiscardReason.TOO_SHORT, lengths(expectedLength));
    }
    if (packet.length > expectedLength && !padded() && !trailed()) {
      return refuse(DiscardReason.TOO_LONG, lengths(expectedLength));
    }
    return Optional.empty();
  }

  private boolean padded() {
    int total = packet.length + IPV4_HEADER;
    return family == Family.IPV4
        && total <= SHORTEST_PAYLOAD
        && (SHORTEST_PAYLOAD - total) % 4 == 0;
  }

  /** As keepalived counts: with the IPv4 header. */
  private String lengths(int expectedLength) {
    int ah = datagram.authenticated() ? AuthenticationHeader.OCTETS : 0;
    int header = family == Family.IPV4 ? IPV4_HEADER + ah : 0;
    return "length %d and expect %d".formatted(packet.length + header, expectedLength + header);
  }

  private Optional<Reception> hops() {
    int ttl = datagram.ttl();
    return switch (expected.senders()) {
      case Expectation.OnLink() when ttl != 255 ->
          refuse(DiscardReason.TTL_NOT_255, "Received %d and expect 255".formatted(ttl));
      case Expectation.Peers(var ranges)
          when ranges.containsKey(datagram.source())
              && !ranges.get(datagram.source()).contains(ttl) -> {
        Expectation.TtlRange range = ranges.get(datagram.source());
        yield refuse(
            DiscardReason.TTL_OUT_OF_RANGE,
            "%d not in range %d - %d".formatted(ttl, range.least(), range.greatest()));
      }
      case Expectation.OnLink _, Expectation.Anyone _, Expectation.Peers _ -> Optional.empty();
    };
  }

  /** Exactly as much longer as a trailer is, where one is looked for. */
  private boolean trailed() {
    return expected.authentication() instanceof Authentication.Signed
        && packet.length == expectedLength() + SignatureTrailer.OCTETS;
  }

  private byte[] trailer() {
    return Arrays.copyOfRange(packet, expectedLength(), packet.length);
  }

  /** {@code auth_hmac}; among peers strangers are not even looked at. */
  private Optional<Reception> signature() {
    if (!(expected.authentication() instanceof Authentication.Signed signed)) {
      return Optional.empty();
    }
    if (!trailed()) {
      return signed.mode() == Authentication.Mode.ENFORCE
          ? refuse(DiscardReason.TRAILER_MISSING, "")
          : Optional.empty();
    }
    byte[] message = Arrays.copyOf(packet, expectedLength());
    return sender()
        .or(() ->
            SignatureTrailer.check(message, trailer(), datagram.source(), signed, now)
                .map(refused -> refused));
  }

  private Optional<Reception> version() {
    int version = octet(packet, Layout.VERSION_AND_TYPE) >> 4;
    return version == expected.version().number()
        ? Optional.empty()
        : refuse(
            DiscardReason.WRONG_VERSION,
            "Received %d and expect %d".formatted(version, expected.version().number()));
  }

  /** Authentication and interval, which only version 2 fixes. RFC 3768 section 7.1. */
  private Optional<Reception> versionTwo() {
    return expected.version() == Version.V2
        ? authentication().or(this::interval)
        : Optional.empty();
  }

  private Optional<Reception> authentication() {
    int type = octet(packet, Layout.AUTHENTICATION_TYPE);
    if (type > 2) {
      return refuse(DiscardReason.AUTHENTICATION_TYPE_INVALID, Integer.toString(type));
    }
    int wanted = family == Family.IPV4 ? expected.authentication().type() : 0;
    if (type != wanted) {
      return refuse(
          DiscardReason.AUTHENTICATION_TYPE_MISMATCH,
          "received a %d auth, expecting %d".formatted(type, wanted));
    }
    return switch (expected.authentication()) {
      case Authentication.None _, Authentication.Signed _ -> Optional.empty();
      case Authentication.SimplePassword(String password) ->
          family == Family.IPV6 || passwordMatches(password)
              ? Optional.empty()
              : refuse(DiscardReason.AUTHENTICATION_FAILED, "");
      case Authentication.Ah ah -> AuthenticationHeader.check(datagram, ah).map(refused -> refused);
    };
  }

  private boolean passwordMatches(String password) {
    int start = Layout.ADDRESSES + octet(packet, Layout.COUNT) * family.addressOctets();
    byte[] received = Arrays.copyOfRange(packet, start, start + Layout.PASSWORD_OCTETS);
    return MessageDigest.isEqual(received, Advertisements.passwordOctets(password));
  }

  private Optional<Reception> interval() {
    int seconds = octet(packet, Layout.SECONDS);
    int ours = expected.interval().value() / 100;
    return seconds == ours
        ? Optional.empty()
        : refuse(
            DiscardReason.INTERVAL_MISMATCH, "mine=%d sec rcv'd=%d sec".formatted(ours, seconds));
  }

  private Optional<Reception> type() {
    int type = octet(packet, Layout.VERSION_AND_TYPE) & 0x0f;
    return type == Layout.TYPE_ADVERTISEMENT
        ? Optional.empty()
        : refuse(
            DiscardReason.TYPE_NOT_ADVERTISEMENT,
            "%d and expect %d".formatted(type, Layout.TYPE_ADVERTISEMENT));
  }

  /** In our form, or over IPv4 in any of those that version 3 was seen with. RFC 9568 5.2.8. */
  private Optional<Reception> checksum() {
    boolean enforced =
        family == Family.IPV6
            || expected.version() == Version.V2
            || expected.checksumRule() != ChecksumRule.MESSAGE_ONLY;
    return !enforced || rightChecksum(expected.checksumRule()) || otherForm()
        ? Optional.empty()
        : refuse(DiscardReason.CHECKSUM_WRONG, "VRRPv" + expected.version().number());
  }

  private boolean rightChecksum(ChecksumRule rule) {
    int covered = family == Family.IPV6 ? packet.length : expectedLength();
    return Layout.coveredSum(
            packet, covered, expected.version(), rule, datagram.source(), datagram.destination())
        == 0xffff;
  }

  private boolean otherForm() {
    return family == Family.IPV4
        && expected.version() == Version.V3
        && !rightChecksum(expected.checksumRule())
        && Stream.of(ChecksumRule.values()).anyMatch(this::rightChecksum);
  }

  private Optional<Reception> vrid() {
    int vrid = octet(packet, Layout.VRID);
    return vrid == expected.vrid().value()
        ? Optional.empty()
        : refuse(DiscardReason.UNKNOWN_VRID, "%d and expect %s".formatted(vrid, expected.vrid()));
  }

  private Optional<Reception> sender() {
    return expected.senders() instanceof Expectation.Peers(var ranges)
            && !ranges.containsKey(datagram.source())
        ? refuse(DiscardReason.UNKNOWN_SOURCE, datagram.source().toString())
        : Optional.empty();
  }

  private OptionalLong sequence() {
    if (datagram.authenticated()) {
      return OptionalLong.of(AuthenticationHeader.sequence(datagram.payload()));
    }
    return trailed() ? OptionalLong.of(SignatureTrailer.sequence(trailer())) : OptionalLong.empty();
  }

  @Implements(Rule.RESERVED_BITS)
  private Advertisement read() {
    return new Advertisement(
        expected.version(),
        expected.vrid(),
        new Priority(octet(packet, Layout.PRIORITY)),
        switch (expected.version()) {
          case V2 -> Centiseconds.ofSeconds(octet(packet, Layout.SECONDS));
          case V3 -> new Centiseconds(Layout.sixteen(packet, Layout.INTERVAL) & 0x0fff);
        },
        addresses());
  }

  private List<IpAddress> addresses() {
    IpAddress[] addresses = new IpAddress[octet(packet, Layout.COUNT)];
    for (int i = 0; i < addresses.length; i++) {
      int start = Layout.ADDRESSES + i * family.addressOctets();
      addresses[i] = IpAddress.read(packet, start, family);
    }
    return List.of(addresses);
  }

  private static Optional<Reception> refuse(DiscardReason reason, String detail) {
    return Optional.of(new Reception.Discarded(reason, detail));
  }
}
