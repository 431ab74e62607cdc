package dev.vrrpd.core.sim;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is going to happen, in the order of virtual time; at the same moment in the order of asking.
 */
final class Happenings {
  private record Happening(long at, long order, Runnable what) {}

  private final PriorityQueue<Happening> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::at).thenComparingLong(Happening::order));
  private long now;
  private long order;

  /** Nanoseconds since the beginning. */
  long now() {
    return now;
  }

  void at(long moment, Runnable what) {
    queue.add(new Happening(Math.max(now, moment), order++, what));
  }

  void after(Duration delay, Runnable what) {
    at(now + delay.toNanos(), what);
  }

  /** Lets time pass up to and including {@code end}. */
  void runUntil(long end) {
    while (!queue.isEmpty() && queue.peek().at() <= end) {
      Happening next = queue.remove();
      now = next.at();
      next.what().run();
    }
    now = end;
  }
}
