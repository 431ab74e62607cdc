package dev.vrrpd.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

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

  /** One kind of end. */
  private record Kind(Way way, Fate fate) {}

  private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

  public void count(Way way, Fate fate) {
    counts.computeIfAbsent(new Kind(way, fate), _ -> new LongAdder()).increment();
  }

  public Counts counts() {
    return new Counts(
        counts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum())));
  }

  /** What was counted until some moment; never changes. */
  public static final class Counts {
    private final Map<Kind, Long> counts;

    private Counts(Map<Kind, Long> counts) {
      this.counts = Map.copyOf(counts);
    }

    public long of(Way way, Fate fate) {
      return counts.getOrDefault(new Kind(way, fate), 0L);
    }
  }
}
