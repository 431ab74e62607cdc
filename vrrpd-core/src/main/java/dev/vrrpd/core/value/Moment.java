package dev.vrrpd.core.value;

import java.time.Duration;

/**
 * A point on the daemon's monotonic time line, in nanoseconds since an arbitrary start. Core never
 * reads a clock: the loop hands moments in, a simulation makes them up.
 */
public record Moment(long nanos) implements Comparable<Moment> {
  public static final Moment ZERO = new Moment(0);

  /** A deadline that never comes. */
  public static final Moment NEVER = new Moment(Long.MAX_VALUE);

  /** This moment and {@code length} more; {@link #NEVER} stays where it is. */
  public Moment plus(Duration length) {
    return equals(NEVER) ? NEVER : new Moment(Math.addExact(nanos, length.toNanos()));
  }

  /** This moment and {@code length} more; {@link #NEVER} stays where it is. */
  public Moment plus(Centiseconds length) {
    return equals(NEVER) ? NEVER : new Moment(Math.addExact(nanos, length.toNanos()));
  }

  /** {@code length} before this one. */
  public Moment minus(Duration length) {
    return equals(NEVER) ? NEVER : new Moment(Math.subtractExact(nanos, length.toNanos()));
  }

  public Duration until(Moment later) {
    return Duration.ofNanos(Math.subtractExact(later.nanos, nanos));
  }

  public boolean isBefore(Moment other) {
    return nanos < other.nanos;
  }

  public static Moment earliest(Moment a, Moment b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public int compareTo(Moment other) {
    return Long.compare(nanos, other.nanos);
  }

  /** Seconds with nine decimals, {@code never} for {@link #NEVER}. */
  @Override
  public String toString() {
    return equals(NEVER)
        ? "never"
        : "%d.%09ds"
            .formatted(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }
}
