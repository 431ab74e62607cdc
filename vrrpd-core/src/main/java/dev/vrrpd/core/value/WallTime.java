package dev.vrrpd.core.value;

import java.time.Duration;

/**
 * What a clock on the wall shows, in nanoseconds since 1970 in UTC. Unlike a {@link Moment} it may
 * step and drift; only authentication looks at it.
 */
public record WallTime(long nanos) {
  public static final WallTime EPOCH = new WallTime(0);

  private static final long SECOND = 1_000_000_000;

  /** What it shows {@code length} later. */
  public WallTime plus(Duration length) {
    return new WallTime(nanos + length.toNanos());
  }

  public long seconds() {
    return Math.floorDiv(nanos, SECOND);
  }

  /** Of the second, in 65536ths. */
  public int fraction() {
    return (int) ((Math.floorMod(nanos, SECOND) << 16) / SECOND);
  }
}
