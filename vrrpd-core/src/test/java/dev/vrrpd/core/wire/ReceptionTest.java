package dev.vrrpd.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.core.Proves;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.value.WallTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RFC 9568 section 7.1, check by check. */
class ReceptionTest {
  private static final IpAddress SOURCE = IpAddress.of("10.9.0.1");
  private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
  private static final Authentication SECRET = new Authentication.SimplePassword("secret");

  private static final Set<ChecksumRule> GROUP_IS_THE_DESTINATION =
      EnumSet.of(ChecksumRule.WITH_PSEUDO_HEADER, ChecksumRule.WITH_GROUP_PSEUDO_HEADER);

  private Version version = Version.V2;
  private Authentication authentication = Authentication.NONE;
  private ChecksumRule checksumRule = ChecksumRule.WITH_PSEUDO_HEADER;
  private Expectation.Senders senders = new Expectation.OnLink();
  private int ttl = 255;

  @Test
  void fewerOctetsThanAHeaderAreTooShort() {
    assertThat(heard(new byte[7])).isEqualTo("TOO_SHORT length 27 and expect 28");
  }

  @Test
  @Proves(refuses = Rule.PACKET_IS_COMPLETE)
  void anAddressLessThanCountedIsTooShort() {
    byte[] packet = packet();
    packet[Layout.COUNT] = 2;

    assertThat(heard(packet)).isEqualTo("TOO_SHORT length 40 and expect 44");
  }

  @Test
  @Proves(refuses = Rule.PACKET_IS_COMPLETE)
  void moreThanPaddingIsTooLong() {
    assertThat(heard(Arrays.copyOf(packet(), 60))).isEqualTo("TOO_LONG length 80 and expect 40");
  }

  @Test
  void ethernetPaddingIsTolerated() {
    assertThat(heard(Arrays.copyOf(packet(), 26))).isEqualTo("accepted");
    assertThat(heard(Arrays.copyOf(packet(), 22))).isEqualTo("accepted");
    assertThat(heard(Arrays.copyOf(packet(), 24))).isEqualTo("TOO_LONG length 44 and expect 40");
  }

  @Test
  @Proves(refuses = Rule.TTL_IS_255)
  void aRouterInBetweenIsSeenByTheTtl() {
    ttl = 254;

    assertThat(heard(packet())).isEqualTo("TTL_NOT_255 Received 254 and expect 255");
  }

  @Test
  void unicastMayCrossRouters() {
    ttl = 3;
    senders = new Expectation.Anyone();

    assertThat(heard(packet())).isEqualTo("accepted");
  }

  @Test
  void aPeerMayBeTooFarAway() {
    ttl = 5;
    senders = new Expectation.Peers(Map.of(SOURCE, new Expectation.TtlRange(10, 200)));

    assertThat(heard(packet())).isEqualTo("TTL_OUT_OF_RANGE 5 not in range 10 - 200");
  }

  @Test
  void aStrangerIsNoPeer() {
    senders =
        new Expectation.Peers(Map.of(IpAddress.of("10.9.0.2"), new Expectation.TtlRange(0, 255)));

    assertThat(heard(packet())).isEqualTo("UNKNOWN_SOURCE 10.9.0.1");
  }

  @Test
  @Proves(refuses = Rule.VERSION_IS_OURS)
  void theOtherVersionIsRefusedWhateverItsLength() {
    byte[] packet = packet();
    version = Version.V3;

    assertThat(heard(packet)).isEqualTo("WRONG_VERSION Received 2 and expect 3");
  }

  @Test
  void anUnknownAuthenticationTypeIsRefused() {
    byte[] packet = packet();
    packet[Layout.AUTHENTICATION_TYPE] = 7;

    assertThat(heard(packet)).isEqualTo("AUTHENTICATION_TYPE_INVALID 7");
  }

  @Test
  @Proves(refuses = Rule.AUTHENTICATION_IS_OURS)
  void aPasswordWhereNoneIsConfiguredIsRefused() {
    authentication = SECRET;
    byte[] packet = packet();
    authentication = Authentication.NONE;

    assertThat(heard(packet))
        .isEqualTo("AUTHENTICATION_TYPE_MISMATCH received a 1 auth, expecting 0");
  }

  @Test
  void aMissingPasswordIsRefused() {
    byte[] packet = packet();
    authentication = SECRET;

    assertThat(heard(packet))
        .isEqualTo("AUTHENTICATION_TYPE_MISMATCH received a 0 auth, expecting 1");
  }

  @Test
  void aWrongPasswordIsRefused() {
    authentication = SECRET;
    byte[] packet = packet();
    authentication = new Authentication.SimplePassword("sesame");

    assertThat(heard(packet)).isEqualTo("AUTHENTICATION_FAILED ");
  }

  @Test
  @Proves(refuses = Rule.INTERVAL_IS_OURS)
  void versionTwoRefusesAnotherInterval() {
    byte[] packet = packet();
    packet[Layout.SECONDS] = 2;

    assertThat(heard(packet)).isEqualTo("INTERVAL_MISMATCH mine=1 sec rcv'd=2 sec");
  }

  @Test
  @Proves(refuses = Rule.TYPE_IS_ADVERTISEMENT)
  void onlyAdvertisementsAreRead() {
    byte[] packet = packet();
    packet[Layout.VERSION_AND_TYPE] = 0x22;

    assertThat(heard(packet)).isEqualTo("TYPE_NOT_ADVERTISEMENT 2 and expect 1");
  }

  @Test
  @Proves(refuses = Rule.CHECKSUM_IS_RIGHT)
  void aWrongChecksumIsRefused() {
    byte[] packet = packet();
    packet[Layout.CHECKSUM]++;

    assertThat(heard(packet)).isEqualTo("CHECKSUM_WRONG VRRPv2");
  }

  @Test
  void aChecksumWithoutPseudoHeaderIsAcceptedWhereConfigured() {
    version = Version.V3;
    checksumRule = ChecksumRule.MESSAGE_ONLY;
    byte[] packet = packet();
    assertThat(heard(packet)).isEqualTo("accepted");

    packet[Layout.CHECKSUM]++;
    assertThat(heard(packet)).as("not enforced").isEqualTo("accepted");

    checksumRule = ChecksumRule.WITH_PSEUDO_HEADER;
    assertThat(heard(packet)).isEqualTo("CHECKSUM_WRONG VRRPv3");
  }

  @Test
  void everyFormOfAVersionThreeChecksumIsAcceptedAndSaid() {
    version = Version.V3;
    for (ChecksumRule sent : ChecksumRule.values()) {
      checksumRule = sent;
      byte[] packet = packet();
      for (ChecksumRule ours : ChecksumRule.values()) {
        checksumRule = ours;
        boolean same = sent == ours || GROUP_IS_THE_DESTINATION.containsAll(List.of(sent, ours));
        assertThat(heard(packet))
            .as("%s heard as %s", sent, ours)
            .isEqualTo(same ? "accepted" : "accepted with another checksum");
      }
    }
  }

  @Test
  void anOldChecksumForAPeerCoversTheGroup() {
    version = Version.V3;
    checksumRule = ChecksumRule.WITH_GROUP_PSEUDO_HEADER;
    byte[] toTheGroup = packet();
    byte[] toAPeer =
        Advertisements.encode(
            new Advertisement(
                version,
                new Vrid(7),
                Priority.DEFAULT,
                Centiseconds.ONE_SECOND,
                List.of(IpAddress.of("10.9.0.9"))),
            authentication,
            checksumRule,
            new Envelope(SOURCE, IpAddress.of("10.9.0.2"), 255, 1, 0));

    assertThat(toAPeer).isEqualTo(toTheGroup);
  }

  @Test
  @Proves(refuses = Rule.VRID_IS_CONFIGURED)
  void anotherVridIsNotOurs() {
    byte[] packet = encode(new Vrid(8));

    assertThat(heard(packet)).isEqualTo("UNKNOWN_VRID 8 and expect 7");
  }

  @Test
  @Proves(refuses = Rule.MESSAGE_SAYS_WHAT_IS_CONFIGURED)
  void whatDoesNotFitIsNotEncoded() {
    Advertisement crowd =
        new Advertisement(
            Version.V2,
            new Vrid(7),
            Priority.DEFAULT,
            Centiseconds.ONE_SECOND,
            Collections.nCopies(256, SOURCE));

    assertThatThrownBy(() ->
            Advertisements.encode(
                crowd,
                Authentication.NONE,
                ChecksumRule.MESSAGE_ONLY,
                new Envelope(SOURCE, GROUP, 255, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private byte[] packet() {
    return encode(new Vrid(7));
  }

  private byte[] encode(Vrid vrid) {
    Advertisement advertisement =
        new Advertisement(
            version,
            vrid,
            Priority.DEFAULT,
            Centiseconds.ONE_SECOND,
            List.of(IpAddress.of("10.9.0.9")));
    return Advertisements.encode(
        advertisement, authentication, checksumRule, new Envelope(SOURCE, GROUP, 255, 1, 0));
  }

  private String heard(byte[] payload) {
    Expectation expectation =
        new Expectation(
            new Vrid(7), version, authentication, checksumRule, Centiseconds.ONE_SECOND, senders);
    Datagram datagram = new Datagram(SOURCE, GROUP, ttl, payload);
    return switch (Advertisements.parse(datagram, expectation, WallTime.EPOCH)) {
      case Reception.Accepted(var _, var _, boolean other) ->
          other ? "accepted with another checksum" : "accepted";
      case Reception.Discarded(DiscardReason reason, String detail) -> reason + " " + detail;
    };
  }
}
