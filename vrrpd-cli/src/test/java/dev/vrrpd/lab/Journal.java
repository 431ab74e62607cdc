package dev.vrrpd.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A list that only grows, until it is closed. Those who wait for an entry are woken by it; nobody
 * polls.
 */
final class Journal<T> {
  private final List<T> entries = new ArrayList<>();
  private boolean closed;

  synchronized void add(T entry) {
    entries.add(entry);
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized int size() {
    return entries.size();
  }

  synchronized List<T> entries() {
    return List.copyOf(entries);
  }

  /**
   * The first wanted entry at or after {@code from}; empty when the journal closes or the patience
   * ends without.
   */
  synchronized Optional<T> await(int from, Predicate<? super T> wanted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    int next = from;
    while (true) {
      for (; next < entries.size(); next++) {
        if (wanted.test(entries.get(next))) {
          return Optional.of(entries.get(next));
        }
      }
      long left = deadline - System.nanoTime();
      if (closed || left <= 0) {
        return Optional.empty();
      }
      sleep(left);
    }
  }

  private void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", stopped);
    }
  }
}
