package dev.vrrpd.core.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5880 section 4.1, octet by octet, and the checks of section 6.8.6. */
class ControlPacketsTest {
  // Version 1 and Diag 0; Up and P; Detect Mult 3; 24 octets; discriminators; 1 s, 10 ms, no echo.
  private static final String UP_AND_POLL =
      "20 e0 03 18 01020304 0a0b0c0d 000f4240 00002710 00000000".replace(" ", "");

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static ControlPackets.Reception parse(String hex) {
    return ControlPackets.parse(octets(hex));
  }

  @Test
  void octetsAndValuesSayTheSame() {
    ControlPacket packet =
        new ControlPacket(
            SessionDiagnostic.NONE,
            SessionState.UP,
            true,
            false,
            false,
            false,
            3,
            0x01020304,
            0x0a0b0c0d,
            Duration.ofSeconds(1),
            Duration.ofMillis(10));
    assertThat(parse(UP_AND_POLL)).isEqualTo(new ControlPackets.Reception.Accepted(packet));
    assertThat(ControlPackets.encode(packet)).isEqualTo(octets(UP_AND_POLL));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 21, a diagnostic",
    "1, d0, Up and F",
    "1, 48, Down and independent",
    "1, c2, Up in demand mode",
  })
  void everyFlagSurvivesTheWayThereAndBack(int octet, String value, String what) {
    byte[] octets = octets(UP_AND_POLL);
    octets[octet] = octets(value)[0];
    ControlPackets.Reception reception = ControlPackets.parse(octets);
    assertThat(reception).isInstanceOf(ControlPackets.Reception.Accepted.class);
    ControlPacket packet = ((ControlPackets.Reception.Accepted) reception).packet();
    assertThat(ControlPackets.encode(packet)).as(what).isEqualTo(octets);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00, version 0",
    "0, 40, version 2",
    "3, 17, length 23",
    "3, 19, length 25",
    "2, 00, Detect Mult 0",
    "1, e1, Multipoint set",
    "1, e4, 'authentication, which is not in use'",
  })
  void whatSection686RefusesIsDiscarded(int octet, String value, String reason) {
    byte[] octets = octets(UP_AND_POLL);
    octets[octet] = octets(value)[0];
    assertThat(ControlPackets.parse(octets))
        .isEqualTo(new ControlPackets.Reception.Discarded(reason));
  }

  @Test
  void aPacketHasASenderAndKnowsItsReceiverUnlessItBegins() {
    byte[] nobody = octets(UP_AND_POLL);
    nobody[4] = nobody[5] = nobody[6] = nobody[7] = 0;
    assertThat(ControlPackets.parse(nobody))
        .isEqualTo(new ControlPackets.Reception.Discarded("My Discriminator 0"));
    byte[] lost = octets(UP_AND_POLL);
    lost[8] = lost[9] = lost[10] = lost[11] = 0;
    assertThat(ControlPackets.parse(lost))
        .isEqualTo(new ControlPackets.Reception.Discarded("no Your Discriminator in state Up"));
    lost[1] = 0x40;
    assertThat(ControlPackets.parse(lost)).isInstanceOf(ControlPackets.Reception.Accepted.class);
  }

  @Test
  void anythingShorterThanTheMandatorySectionIsDiscarded() {
    for (int length = 0; length < ControlPackets.LENGTH; length++) {
      assertThat(ControlPackets.parse(new byte[length]))
          .isEqualTo(new ControlPackets.Reception.Discarded("shorter than 24 octets"));
    }
  }
}
