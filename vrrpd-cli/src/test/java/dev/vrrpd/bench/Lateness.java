package dev.vrrpd.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The time between two of the same kind that follow each other, less the interval; sorted. */
record Lateness(List<Long> nanos) {
  /** Each list is of one kind, in its order. */
  static Lateness of(Duration interval, Collection<List<Instant>> each) {
    List<Long> late = new ArrayList<>();
    for (List<Instant> moments : each) {
      for (int i = 1; i < moments.size(); i++) {
        late.add(Duration.between(moments.get(i - 1), moments.get(i)).minus(interval).toNanos());
      }
    }
    return new Lateness(late.stream().sorted().toList());
  }

  /** As much as this share of them, 0 to 1, does not exceed; 0 if there are none. */
  double millis(double share) {
    int index = (int) Math.min(nanos.size() - 1L, Math.round(nanos.size() * share));
    return nanos.isEmpty() ? 0 : nanos.get(index) / 1e6;
  }

  /** How many exceed so many milliseconds. */
  long over(int millis) {
    return nanos.stream().filter(late -> late > millis * 1_000_000L).count();
  }

  /** Median, 99 % and maximum in milliseconds, as columns. */
  @Override
  public String toString() {
    return "%.3f | %.3f | %.3f".formatted(millis(0.5), millis(0.99), millis(1));
  }
}
