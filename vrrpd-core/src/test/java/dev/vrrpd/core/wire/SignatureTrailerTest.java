package dev.vrrpd.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Authentication.AntiReplay;
import dev.vrrpd.core.wire.Authentication.Mode;
import dev.vrrpd.core.wire.Authentication.Signed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code auth_hmac}: what is believed, and why not. The digests themselves are captured goldens.
 */
class SignatureTrailerTest {
  private static final IpAddress SOURCE = IpAddress.of("10.9.0.1");
  private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
  private static final SigningKey OLD = new SigningKey(1, "11".repeat(32));
  private static final SigningKey NEW = new SigningKey(2, "22".repeat(64));
  private static final WallTime NOW = new WallTime(1_800_000_000_500_000_000L);

  private Version version = Version.V3;
  private Expectation.Senders senders = new Expectation.OnLink();

  @Test
  void aKeyRotatesWithoutAGap() {
    Signed first = signed(1, OLD, NEW);
    Signed then = signed(2, OLD, NEW);

    assertThat(heard(packet(first), then)).isEqualTo("accepted");
    assertThat(heard(packet(then), first)).isEqualTo("accepted");
    assertThat(heard(packet(then), signed(1, OLD))).isEqualTo("TRAILER_KEY_UNKNOWN 2");
  }

  @Test
  void anotherKeyUnderTheSameIdIsNoKey() {
    assertThat(heard(packet(signed(1, new SigningKey(1, "33".repeat(32)))), signed(1, OLD)))
        .isEqualTo("TRAILER_DIGEST_WRONG ");
  }

  @Test
  void everyTruncationAndEveryExtensionIsRefused() {
    byte[] whole = packet(signed(1, OLD));
    for (int length = 0; length < whole.length + 40; length++) {
      if (length != whole.length) {
        assertThat(heard(Arrays.copyOf(whole, length), signed(1, OLD)))
            .as("%d octets", length)
            .containsAnyOf("TOO_SHORT", "TOO_LONG", "TRAILER_MISSING");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void unsignedOnesAreBelievedWhereTheModeSaysSo(Version spoken) {
    version = spoken;
    byte[] bare = packet(Authentication.NONE);

    assertThat(heard(bare, signed(Mode.ENFORCE))).isEqualTo("TRAILER_MISSING ");
    assertThat(heard(bare, signed(Mode.PERMISSIVE))).isEqualTo("accepted");
    assertThat(heard(bare, signed(Mode.RECEIVE_ONLY))).isEqualTo("accepted");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsSignedHasToBeRightInEveryMode(Mode mode) {
    byte[] wrong = packet(signed(1, OLD));
    wrong[wrong.length - 1] ^= 1;

    assertThat(heard(wrong, signed(mode))).isEqualTo("TRAILER_DIGEST_WRONG ");
  }

  @Test
  void receiveOnlySignsNothing() {
    assertThat(packet(signed(Mode.RECEIVE_ONLY))).isEqualTo(packet(Authentication.NONE));
  }

  @Test
  void whoDoesNotSignTakesATrailerForTooMuch() {
    assertThat(heard(packet(signed(1, OLD)), Authentication.NONE))
        .isEqualTo("TOO_LONG length 60 and expect 32");
  }

  @Test
  void anotherKindOfTrailerIsMalformed() {
    for (int octet : List.of(12, 14, 15)) {
      byte[] packet = packet(signed(1, OLD));
      packet[octet] ^= 2;

      assertThat(heard(packet, signed(1, OLD))).isEqualTo("TRAILER_MALFORMED ");
    }
  }

  @Test
  void timeBoundsHowOldAnAdvertisementIsOrHowNew() {
    byte[] packet = packet(signed(1, OLD));

    assertThat(heardAfter(5, packet, AntiReplay.TIME)).isEqualTo("accepted");
    assertThat(heardAfter(-5, packet, AntiReplay.TIME)).isEqualTo("accepted");
    assertThat(heardAfter(6, packet, AntiReplay.TIME))
        .isEqualTo("TRAILER_STALE clock skew 6 sec exceeds window 5 sec");
    assertThat(heardAfter(-6, packet, AntiReplay.TIME))
        .isEqualTo("TRAILER_STALE clock skew -6 sec exceeds window 5 sec");
    assertThat(heardAfter(100_000, packet, AntiReplay.MONOTONIC)).isEqualTo("accepted");
  }

  @Test
  void amongPeersAStrangerIsRefusedWhateverItSigns() {
    senders =
        new Expectation.Peers(Map.of(IpAddress.of("10.9.0.2"), new Expectation.TtlRange(0, 255)));

    assertThat(heard(packet(signed(1, OLD)), signed(1, OLD))).isEqualTo("UNKNOWN_SOURCE 10.9.0.1");
  }

  @Test
  void theChecksumIsLookedAtAfterTheSignature() {
    byte[] packet = packet(signed(1, OLD));
    packet[Layout.CHECKSUM] ^= 1;

    assertThat(heard(packet, signed(1, OLD))).isEqualTo("CHECKSUM_WRONG VRRPv3");
  }

  @Test
  void aKeyIsNeverPrinted() {
    assertThat(signed(1, OLD, NEW).toString()).doesNotContain("1111").doesNotContain("2222");
  }

  private static Signed signed(int active, SigningKey... keys) {
    return new Signed(List.of(keys), active, AntiReplay.TIME, Mode.ENFORCE, Duration.ofSeconds(5));
  }

  private static Signed signed(Mode mode) {
    return new Signed(List.of(OLD), 1, AntiReplay.TIME, mode, Duration.ofSeconds(5));
  }

  private byte[] packet(Authentication authentication) {
    return Advertisements.encode(
        new Advertisement(
            version,
            new Vrid(7),
            Priority.DEFAULT,
            Centiseconds.ONE_SECOND,
            List.of(IpAddress.of("10.9.0.9"))),
        authentication,
        ChecksumRule.WITH_PSEUDO_HEADER,
        new Envelope(SOURCE, GROUP, 255, 1, SignatureTime.of(NOW)));
  }

  private String heardAfter(int seconds, byte[] packet, AntiReplay antiReplay) {
    var authentication =
        new Signed(List.of(OLD), 1, antiReplay, Mode.ENFORCE, Duration.ofSeconds(5));
    return heard(packet, authentication, NOW.plus(Duration.ofSeconds(seconds)));
  }

  private String heard(byte[] packet, Authentication authentication) {
    return heard(packet, authentication, NOW);
  }

  private String heard(byte[] packet, Authentication authentication, WallTime now) {
    Expectation expectation =
        new Expectation(
            new Vrid(7),
            version,
            authentication,
            ChecksumRule.WITH_PSEUDO_HEADER,
            Centiseconds.ONE_SECOND,
            senders);
    return switch (Advertisements.parse(
        new Datagram(SOURCE, GROUP, 255, packet), expectation, now)) {
      case Reception.Accepted _ -> "accepted";
      case Reception.Discarded(DiscardReason reason, String detail) -> reason + " " + detail;
    };
  }
}
