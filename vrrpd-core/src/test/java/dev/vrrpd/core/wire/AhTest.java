package dev.vrrpd.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.value.WallTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code auth_type AH}: what its digest guards, and what is refused before it is looked at. */
class AhTest {
  private static final IpAddress SOURCE = IpAddress.of("10.9.0.1");
  private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
  private static final Authentication SECRET = new Authentication.Ah("secret");

  @Test
  void whatIsSealedIsAcceptedWithItsNumber() {
    assertThat(heard(datagram(7, 0xfffffffeL)))
        .isInstanceOfSatisfying(
            Reception.Accepted.class,
            accepted -> assertThat(accepted.sequence()).hasValue(0xfffffffeL));
  }

  @Test
  void everyBitOfTheIpHeaderThatDoesNotChangeOnItsWayIsGuarded() {
    Datagram sent = datagram(7, 5);
    for (int bit = 0; bit < sent.header().length * 8; bit++) {
      byte[] header = sent.header().clone();
      header[bit / 8] ^= (byte) (0x80 >>> bit % 8);
      boolean mayChange = bit / 8 == 1 || bit / 8 == 10 || bit / 8 == 11;

      Reception reception = heard(new Datagram(SOURCE, GROUP, 255, header, sent.payload()));

      assertThat(reception instanceof Reception.Accepted)
          .as("type of service and checksum change, bit %d", bit)
          .isEqualTo(mayChange);
    }
  }

  @Test
  void onTheWayToAPeerTheTtlMayChange() {
    Envelope envelope = new Envelope(SOURCE, IpAddress.of("10.9.0.2"), 64, 1, 5);
    byte[] payload =
        Advertisements.encode(advertisement(7), SECRET, ChecksumRule.MESSAGE_ONLY, envelope);
    Envelope onArrival = new Envelope(SOURCE, envelope.destination(), 61, 1, 5);

    assertThat(
            Advertisements.parse(
                Datagram.of(SECRET, onArrival, payload),
                expectation(SECRET, new Expectation.Anyone()),
                WallTime.EPOCH))
        .isInstanceOf(Reception.Accepted.class);
  }

  @Test
  void everyTruncationIsTooShort() {
    Datagram sent = datagram(7, 5);
    for (int length = 0; length < sent.payload().length; length++) {
      Datagram cut =
          new Datagram(SOURCE, GROUP, 255, sent.header(), Arrays.copyOf(sent.payload(), length));

      assertThat(reason(cut)).as("%d octets", length).isEqualTo(DiscardReason.TOO_SHORT);
      assertThat(Advertisements.vrid(cut).isPresent()).isEqualTo(length > 25);
    }
  }

  @Test
  void anotherPasswordIsAnotherDigest() {
    byte[] other = seal(new Authentication.Ah("sesame"), 7, 5);

    assertThat(reason(new Datagram(SOURCE, GROUP, 255, datagram(7, 5).header(), other)))
        .isEqualTo(DiscardReason.AH_DIGEST_WRONG);
  }

  @Test
  void theIndexIsTheAddressOfTheSender() {
    Datagram sent = datagram(7, 5);
    Datagram other =
        new Datagram(IpAddress.of("10.9.0.3"), GROUP, 255, sent.header(), sent.payload());

    assertThat(reason(other)).isEqualTo(DiscardReason.AH_SPI_WRONG);
  }

  @Test
  void aHeaderOfAnotherProtocolIsMalformed() {
    Datagram sent = datagram(7, 5);
    byte[] payload = sent.payload().clone();
    payload[0] = 6;

    assertThat(reason(new Datagram(SOURCE, GROUP, 255, sent.header(), payload)))
        .isEqualTo(DiscardReason.AH_MALFORMED);
  }

  @Test
  void aHeaderIsExpectedOrNotAndNeverOptional() {
    byte[] bare =
        Advertisements.encode(
            advertisement(7), Authentication.NONE, ChecksumRule.MESSAGE_ONLY, envelope(0));
    assertThat(reason(new Datagram(SOURCE, GROUP, 255, bare)))
        .isEqualTo(DiscardReason.AUTHENTICATION_TYPE_MISMATCH);

    assertThat(
            Advertisements.parse(datagram(7, 5), expectation(Authentication.NONE), WallTime.EPOCH))
        .isInstanceOfSatisfying(
            Reception.Discarded.class,
            discarded ->
                assertThat(discarded.reason())
                    .isEqualTo(DiscardReason.AUTHENTICATION_TYPE_MISMATCH));
  }

  private static Datagram datagram(int vrid, long sequence) {
    return Datagram.of(SECRET, envelope(sequence), seal(SECRET, vrid, sequence));
  }

  private static Envelope envelope(long sequence) {
    return new Envelope(SOURCE, GROUP, 255, 1, sequence);
  }

  private static byte[] seal(Authentication authentication, int vrid, long sequence) {
    return Advertisements.encode(
        advertisement(vrid), authentication, ChecksumRule.MESSAGE_ONLY, envelope(sequence));
  }

  private static Advertisement advertisement(int vrid) {
    return new Advertisement(
        Version.V2,
        new Vrid(vrid),
        Priority.DEFAULT,
        Centiseconds.ONE_SECOND,
        List.of(IpAddress.of("10.9.0.9")));
  }

  private static DiscardReason reason(Datagram datagram) {
    return ((Reception.Discarded) heard(datagram)).reason();
  }

  private static Reception heard(Datagram datagram) {
    return Advertisements.parse(datagram, expectation(SECRET), WallTime.EPOCH);
  }

  private static Expectation expectation(Authentication authentication) {
    return expectation(authentication, new Expectation.OnLink());
  }

  private static Expectation expectation(
      Authentication authentication, Expectation.Senders senders) {
    return new Expectation(
        new Vrid(7),
        Version.V2,
        authentication,
        ChecksumRule.WITH_PSEUDO_HEADER,
        Centiseconds.ONE_SECOND,
        senders);
  }
}
