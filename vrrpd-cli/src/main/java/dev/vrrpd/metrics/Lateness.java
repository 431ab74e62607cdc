package dev.vrrpd.metrics;

import java.time.Duration;
import java.util.Arrays;

/** How late deadlines were met: counts in classes of growing width. Confined to the loop. */
public final class Lateness {
  private static final double[] BOUNDS = {
    0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 1
  };

  private final long[] counts = new long[BOUNDS.length + 1];
  private long nanos;
  private long worst;

  /** What was counted until some moment; never changes. */
  public static final class Counts {
    private final long[] counts;
    private final double seconds;
    private final Duration worst;

    private Counts(long[] counts, double seconds, Duration worst) {
      this.counts = counts;
      this.seconds = seconds;
      this.worst = worst;
    }

    /** Upper bound of each class in seconds, the last infinite. */
    double[] bounds() {
      double[] bounds = Arrays.copyOf(BOUNDS, BOUNDS.length + 1);
      bounds[BOUNDS.length] = Double.POSITIVE_INFINITY;
      return bounds;
    }

    /** Number in each class. */
    long[] counts() {
      return counts.clone();
    }

    /** All of it together. */
    double seconds() {
      return seconds;
    }

    /** The one that was missed most. */
    public Duration worst() {
      return worst;
    }
  }

  /** A deadline was met this much late; less than nothing counts as nothing. */
  public void add(Duration late) {
    long counted = Math.max(0, late.toNanos());
    nanos += counted;
    worst = Math.max(worst, counted);
    int index = 0;
    while (index < BOUNDS.length && counted > BOUNDS[index] * 1e9) {
      index++;
    }
    counts[index]++;
  }

  public Counts counts() {
    return new Counts(counts.clone(), nanos / 1e9, Duration.ofNanos(worst));
  }
}
