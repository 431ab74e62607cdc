package dev.vrrpd.core.config.grammar;

import java.math.BigDecimal;
import java.util.Map;

/** Units of time behind a number, which the language does not have: each keyword has one unit. */
final class Units {
  private static final long SECOND = 1_000_000_000;
  private static final Map<String, Long> NANOS =
      Map.of(
          "us",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          SECOND,
          "sec",
          SECOND,
          "m",
          60 * SECOND,
          "min",
          60 * SECOND,
          "h",
          3_600 * SECOND);

  private Units() {}

  /**
   * What to write instead of a number with something behind it.
   *
   * @param unitNanos of the keyword; 0: it counts something
   */
  static String help(String number, String behind, long unitNanos) {
    Long nanos = NANOS.get(behind);
    if (nanos == null || unitNanos == 0) {
      return "write " + number;
    }
    BigDecimal value =
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(nanos))
            .divide(BigDecimal.valueOf(unitNanos))
            .stripTrailingZeros();
    return "write %s: the unit is %s"
        .formatted(value.toPlainString(), unitNanos == SECOND ? "seconds" : "milliseconds");
  }
}
