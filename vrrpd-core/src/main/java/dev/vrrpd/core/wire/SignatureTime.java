package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.WallTime;

/** The times that number signed advertisements, in serial arithmetic. RFC 1982. */
public final class SignatureTime {
  private static final int FRACTION_SHIFT = 16;
  private static final int SECONDS_SHIFT = 32;

  private SignatureTime() {}

  /** The first number of its 65536th of a second. */
  public static long of(WallTime time) {
    return time.seconds() << SECONDS_SHIFT | (long) time.fraction() << FRACTION_SHIFT;
  }

  /** Seconds that our clock is ahead of the one that a number was made by. */
  public static int skew(long sequence, WallTime now) {
    return (int) now.seconds() - (int) (sequence >>> SECONDS_SHIFT);
  }

  /** {@code a} was made after {@code b}. */
  public static boolean isNewer(long a, long b) {
    return a - b > 0;
  }
}
