package dev.vrrpd.core.value.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A property of a route that TCP and path MTU discovery use: RTAX_* of rtnetlink(7).
 *
 * @param value in the kernel's unit, 32 bits
 * @param locked the kernel may not learn another one
 */
public record Metric(Kind kind, long value, boolean locked) {
  /** Which, with its number. */
  public enum Kind {
    MTU(2, 1),
    WINDOW(3, 1),
    RTT(4, 8),
    RTTVAR(5, 4),
    SSTHRESH(6, 1),
    CWND(7, 1),
    ADVMSS(8, 1),
    REORDERING(9, 1),
    HOPLIMIT(10, 1),
    INITCWND(11, 1),
    /** A set of bits; {@code ecn} is the first. */
    FEATURES(12, 1),
    RTO_MIN(13, 1),
    INITRWND(14, 1),
    QUICKACK(15, 1),
    FASTOPEN_NO_COOKIE(17, 1);

    private final int number;
    private final int perMillisecond;

    Kind(int number, int perMillisecond) {
      this.number = number;
      this.perMillisecond = perMillisecond;
    }

    public int number() {
      return number;
    }

    /** The kernel's units in a millisecond, for times. */
    public int perMillisecond() {
      return perMillisecond;
    }

    /** A time: may be written with a unit. */
    public boolean isTime() {
      return this == RTT || this == RTTVAR || this == RTO_MIN;
    }

    public static Optional<Kind> parse(String word) {
      return Arrays.stream(values()).filter(kind -> kind.toString().equals(word)).findFirst();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    if (kind == Kind.FEATURES) {
      return "features ecn";
    }
    return kind + (locked ? " lock " : " ") + value;
  }
}
