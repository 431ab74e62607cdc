package dev.vrrpd.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All sightings so far, in the order they came in. Any thread may add, any thread may look. */
final class Recording {
  private final long start = System.nanoTime();
  private final List<Sighting> sightings = new ArrayList<>();

  /** Nanoseconds since the start. */
  long now() {
    return System.nanoTime() - start;
  }

  synchronized void add(Sighting sighting) {
    sightings.add(sighting);
    notifyAll();
  }

  synchronized List<Sighting> all() {
    return List.copyOf(sightings);
  }

  <T extends Sighting> List<T> all(Class<T> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The last one of a kind before {@code at}. */
  <T extends Sighting> Optional<T> lastBefore(long at, Class<T> kind, Predicate<T> fits) {
    return all(kind).stream().filter(s -> s.at() < at && fits.test(s)).reduce((_, last) -> last);
  }

  /** The first one of a kind at or after {@code at}. */
  <T extends Sighting> Optional<T> firstFrom(long at, Class<T> kind, Predicate<T> fits) {
    return all(kind).stream().filter(s -> s.at() >= at && fits.test(s)).findFirst();
  }

  /** Waits for a sighting; empty if none came within {@code nanos}. */
  synchronized <T extends Sighting> Optional<T> await(
      long from, long nanos, Class<T> kind, Predicate<T> fits) throws InterruptedException {
    long limit = now() + nanos;
    while (true) {
      Optional<T> found = firstFrom(from, kind, fits);
      long left = limit - now();
      if (found.isPresent() || left <= 0) {
        return found;
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
