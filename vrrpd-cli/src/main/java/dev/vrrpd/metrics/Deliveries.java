package dev.vrrpd.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/** What became of everything that was to be told, by the way it went. On any thread. */
public final class Deliveries {
  /** How something is told. */
  public enum Way {
    SCRIPT,
    FIFO,
    MAIL,
    WEBHOOK,
    DBUS,
    SNMP
  }

  /** What came of it. */
  public enum Fate {
    /** Told. */
    DONE,
    /** Given up after trying. */
    FAILED,
    /** A script that still ran when its time was over, and was not waited for any more. */
    OVERSTAYED,
    /** Out of date before its turn came; {@code notify_coalesce}. */
    SKIPPED,
    /** There was too much to tell at once. */
    LOST
  }

  private final AtomicLongArray counts =
      new AtomicLongArray(Way.values().length * Fate.values().length);

  public void count(Way way, Fate fate) {
    counts.incrementAndGet(index(way, fate));
  }

  private static int index(Way way, Fate fate) {
    return way.ordinal() * Fate.values().length + fate.ordinal();
  }

  public Counts counts() {
    long[] copy = new long[counts.length()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts.get(i);
    }
    return new Counts(copy);
  }

  /** What was counted until some moment; never changes. */
  public static final class Counts {
    private final long[] counts;

    private Counts(long[] counts) {
      this.counts = counts;
    }

    public long of(Way way, Fate fate) {
      return counts[index(way, fate)];
    }
  }
}
