package dev.vrrpd.core.value;

import java.time.Duration;

/**
 * Hundredths of a second, 0 to 25500: the unit in which intervals are said. RFC 9568 section 6.1.
 * v3 puts 12 bits of it on the wire (5.2.7), v2 whole seconds in 8 bits: {@link
 * Version#carries(Centiseconds)}. What is <em>waited</em> is a {@link Duration} in nanoseconds.
 */
public record Centiseconds(int value) implements Comparable<Centiseconds> {
  public static final Centiseconds ONE_SECOND = new Centiseconds(100);

  public Centiseconds {
    Checks.range("interval in centiseconds", value, 0, 25_500);
  }

  public static Centiseconds ofSeconds(int seconds) {
    return new Centiseconds(Math.multiplyExact(seconds, 100));
  }

  public Duration toDuration() {
    return Duration.ofNanos(toNanos());
  }

  public long toNanos() {
    return value * 10_000_000L;
  }

  @Override
  public int compareTo(Centiseconds other) {
    return Integer.compare(value, other.value);
  }

  /** Seconds, without trailing zeros: {@code 1s}, {@code 0.25s}. */
  @Override
  public String toString() {
    if (value % 100 == 0) {
      return value / 100 + "s";
    }
    String hundredths = "%02d".formatted(value % 100);
    return value / 100 + "." + (hundredths.endsWith("0") ? hundredths.charAt(0) : hundredths) + "s";
  }
}
