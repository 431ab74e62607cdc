package dev.vrrpd.core.config.grammar;

/**
 * A decimal number as configurations have them, in billionths; beyond nine billions it stays there,
 * further digits than nine decimals are dropped. Not {@link java.math.BigDecimal}, which computes
 * tables of enormous powers before its first use: a twentieth of the daemon's start.
 *
 * @param scale how many decimals were written
 */
record Decimal(long billionths, int scale) implements Comparable<Decimal> {
  private static final int PLACES = 9;
  private static final long ONE = 1_000_000_000;
  private static final long MOST = Long.MAX_VALUE / ONE;

  /**
   * @param text digits, perhaps with a sign before and a dot among them
   */
  static Decimal parse(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    int dot = digits.indexOf('.');
    String whole = dot < 0 ? digits : digits.substring(0, dot);
    String fraction = dot < 0 ? "" : digits.substring(dot + 1);
    String billionths = (fraction + "0".repeat(PLACES)).substring(0, PLACES);
    long value = Math.min(saturated(whole), MOST - 1) * ONE + Long.parseLong(billionths);
    return new Decimal(negative ? -value : value, fraction.length());
  }

  /** A whole number, with its sign; what 64 bits do not hold becomes the nearest that they do. */
  static long saturated(String text) {
    boolean negative = text.startsWith("-");
    long value = 0;
    for (int i = negative || text.startsWith("+") ? 1 : 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /** To so many decimals, the half away from zero. */
  Decimal rounded(int decimals) {
    long unit = 1;
    for (int i = decimals; i < PLACES; i++) {
      unit *= 10;
    }
    long half = billionths < 0 ? -unit / 2 : unit / 2;
    return new Decimal((billionths + half) / unit * unit, Math.min(scale, decimals));
  }

  /** This many of {@code unit} nanoseconds. */
  long nanos(long unit) {
    return billionths / (ONE / unit);
  }

  /** With six decimals, as keepalived prints it. */
  String sixPlaces() {
    return "%d.%06d".formatted(billionths / ONE, billionths % ONE / 1000);
  }

  /** Without trailing zeros: {@code 1}, {@code 0.5}. */
  static String plain(long nanos, long unit) {
    String whole = Long.toString(nanos / unit);
    long rest = nanos % unit;
    if (rest == 0) {
      return whole;
    }
    String decimals = Long.toString(unit + rest).substring(1);
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + decimals.substring(0, end);
  }

  @Override
  public int compareTo(Decimal other) {
    return Long.compare(billionths, other.billionths);
  }
}
