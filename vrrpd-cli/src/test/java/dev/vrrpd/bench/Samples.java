package dev.vrrpd.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations of one kind. */
final class Samples {
  private final List<Duration> sorted = new ArrayList<>();

  void add(Duration sample) {
    sorted.add(sample);
    Collections.sort(sorted);
  }

  int count() {
    return sorted.size();
  }

  /** Median and maximum in milliseconds. */
  @Override
  public String toString() {
    return "%.2f / %.2f".formatted(millis(sorted.get(sorted.size() / 2)), millis(sorted.getLast()));
  }

  private static double millis(Duration length) {
    return length.toNanos() / 1e6;
  }
}
