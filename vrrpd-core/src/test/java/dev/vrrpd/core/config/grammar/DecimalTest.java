package dev.vrrpd.core.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void agreesWithTheArithmeticOfTheLibrary() {
    Random random = new Random(8123);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal exact = BigDecimal.valueOf(random.nextInt(), random.nextInt(10));
      Decimal ours = Decimal.parse(exact.toPlainString());
      assertThat(ours.billionths()).isEqualTo(exact.movePointRight(9).longValueExact());
      assertThat(ours.rounded(3).billionths())
          .as("%s", exact)
          .isEqualTo(exact.setScale(3, RoundingMode.HALF_UP).movePointRight(9).longValueExact());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000000000, 0",
    ".5, 500000000, 1",
    "5., 5000000000, 0",
    "+0.000001, 1000, 6",
    "-1.25, -1250000000, 2",
    "0.1234567899, 123456789, 10"
  })
  void readsWhatConfigurationsWrite(String text, long billionths, int scale) {
    assertThat(Decimal.parse(text)).isEqualTo(new Decimal(billionths, scale));
  }

  @Test
  void numbersBeyondAllMeasureStayTheLargest() {
    assertThat(Decimal.parse("9".repeat(40)).billionths()).isGreaterThan(9_000_000_000L * SECOND);
    assertThat(Decimal.saturated("9".repeat(40))).isEqualTo(Long.MAX_VALUE);
    assertThat(Decimal.saturated("-" + "9".repeat(40))).isEqualTo(Long.MIN_VALUE);
    assertThat(Decimal.saturated("+9223372036854775807")).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"1000000000, 1", "500000000, 0.5", "0, 0", "4294967295000, 4294.967295"})
  void printsWithoutTrailingZeros(long nanos, String text) {
    assertThat(Decimal.plain(nanos, SECOND)).isEqualTo(text);
  }

  @Test
  void printsSixPlacesAsKeepalivedDoes() {
    assertThat(Decimal.parse("4294.967295").sixPlaces()).isEqualTo("4294.967295");
    assertThat(Decimal.parse("0").sixPlaces()).isEqualTo("0.000000");
  }
}
