package dev.vrrpd.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.Proves;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireGoldensTest {
  static List<WireGolden> goldens() {
    return WireGolden.all();
  }

  /** Those whose checksum is all there is against a flip. */
  private static List<WireGolden> plain() {
    return goldens().stream().filter(golden -> !golden.digested()).toList();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  @Proves({
    Rule.TTL_IS_255,
    Rule.VERSION_IS_OURS,
    Rule.PACKET_IS_COMPLETE,
    Rule.CHECKSUM_IS_RIGHT,
    Rule.VRID_IS_CONFIGURED,
    Rule.TYPE_IS_ADVERTISEMENT,
    Rule.INTERVAL_IS_OURS,
    Rule.AUTHENTICATION_IS_OURS
  })
  void capturedOctetsMeanTheAdvertisement(WireGolden golden) {
    Reception reception =
        Advertisements.parse(golden.datagram(), golden.expectation(), golden.time());

    assertThat(reception).isInstanceOf(Reception.Accepted.class);
    assertThat(((Reception.Accepted) reception).advertisement()).hasToString(golden.meaning());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  @Proves({Rule.MESSAGE_SAYS_WHAT_IS_CONFIGURED, Rule.CHECKSUM_COVERS_THE_MESSAGE})
  void theAdvertisementBecomesTheCapturedOctets(WireGolden golden) {
    Datagram datagram = golden.datagram();
    var reception =
        (Reception.Accepted) Advertisements.parse(datagram, golden.expectation(), golden.time());

    byte[] encoded =
        Advertisements.encode(
            reception.advertisement(),
            golden.authentication(),
            ChecksumRule.WITH_PSEUDO_HEADER,
            golden.envelope());

    assertThat(encoded).isEqualTo(datagram.payload());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  @Proves(refuses = {Rule.CHECKSUM_IS_RIGHT, Rule.CHECKSUM_COVERS_THE_MESSAGE})
  void everySingleBitFlipIsDiscarded(WireGolden golden) {
    for (int bit = 0; bit < golden.datagram().payload().length * 8; bit++) {
      Reception reception =
          Advertisements.parse(
              golden.withPayload(flipped(golden, bit)), golden.expectation(), golden.time());

      assertThat(reception).as("bit %d of %s", bit, golden).isInstanceOf(Reception.Discarded.class);
    }
  }

  /** With the checksum made right again, what each flipped field turns into is explained. */
  @Test
  @Proves({Rule.RESERVED_BITS, Rule.AUTHENTICATION_DATA})
  void flipsUnderARightChecksumAreReadOrDiscardedAsListed() {
    StringBuilder text = new StringBuilder();
    for (WireGolden golden : plain()) {
      text.append(golden.name()).append('\n');
      List<String> lines = new ArrayList<>();
      for (int bit = 0; bit < golden.datagram().payload().length * 8; bit++) {
        byte[] payload = rightChecksum(golden, flipped(golden, bit));
        Reception reception =
            Advertisements.parse(golden.withPayload(payload), golden.expectation(), golden.time());
        String line = field(golden, bit / 8, bit % 8) + ": " + outcome(golden, reception);
        if (!lines.contains(line)) {
          lines.add(line);
        }
      }
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
    Golden.compare("wire/flips.txt", text.toString());
  }

  @Test
  void noiseIsNeverMoreThanDiscarded() {
    SplittableRandom random = new SplittableRandom(9568);
    for (WireGolden golden : goldens()) {
      for (int run = 0; run < 2_000; run++) {
        byte[] noise = new byte[random.nextInt(80)];
        random.nextBytes(noise);
        Datagram datagram = golden.withPayload(noise);

        int before = datagram.authenticated() ? AuthenticationHeader.OCTETS : 0;
        assertThat(Advertisements.vrid(datagram).isPresent()).isEqualTo(noise.length > before + 1);
        assertThat(Advertisements.parse(datagram, golden.expectation(), golden.time()))
            .isInstanceOf(Reception.Discarded.class);
      }
    }
  }

  private static byte[] flipped(WireGolden golden, int bit) {
    byte[] payload = golden.datagram().payload().clone();
    payload[bit / 8] ^= (byte) (0x80 >>> bit % 8);
    return payload;
  }

  private static byte[] rightChecksum(WireGolden golden, byte[] payload) {
    Layout.putSixteen(payload, Layout.CHECKSUM, 0);
    int sum =
        Layout.coveredSum(
            payload,
            payload.length,
            golden.version(),
            ChecksumRule.WITH_PSEUDO_HEADER,
            golden.datagram().source(),
            golden.datagram().destination());
    Layout.putSixteen(payload, Layout.CHECKSUM, ~sum);
    return payload;
  }

  private static String outcome(WireGolden golden, Reception reception) {
    return switch (reception) {
      case Reception.Discarded(DiscardReason reason, String _) -> "discarded, " + reason;
      case Reception.Accepted(Advertisement advertisement, var _, var _)
          when advertisement.toString().equals(golden.meaning()) ->
          "read as before";
      case Reception.Accepted _ -> "read with another value";
    };
  }

  private static String field(WireGolden golden, int octet, int bit) {
    boolean two = golden.version() == Version.V2;
    int addressesEnd =
        Layout.ADDRESSES
            + golden.datagram().payload()[Layout.COUNT]
                * golden.datagram().source().family().addressOctets();
    return switch (octet) {
      case 0 -> bit < 4 ? "version" : "type";
      case 1 -> "VRID";
      case 2 -> "priority";
      case 3 -> "address count";
      case 4 -> two ? "authentication type" : bit < 4 ? "reserved" : "interval";
      case 5 -> "interval";
      case 6, 7 -> "checksum";
      default -> octet < addressesEnd ? "addresses" : "authentication data";
    };
  }
}
