package dev.vrrpd.core.sim;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** A lossy Ethernet between nodes: loses, delays, doubles, and falls into parts. */
final class Medium {
  private record Way(String from, String to) {}

  private final Happenings happenings;
  private final SplittableRandom random;
  private final Set<Way> cut = new HashSet<>();
  private final Set<Way> filtered = new HashSet<>();
  private double loss;
  private double duplication;
  private Duration shortest = Duration.ofNanos(100_000);
  private Duration longest = Duration.ofNanos(100_000);

  Medium(Happenings happenings, SplittableRandom random) {
    this.happenings = happenings;
    this.random = random;
  }

  void quality(double lossRate, double duplicationRate, Duration least, Duration most) {
    loss = lossRate;
    duplication = duplicationRate;
    shortest = least;
    longest = most;
  }

  Duration longestDelay() {
    return longest;
  }

  /** Nothing gets from one to the other any more; the other way may still work. */
  void cut(String from, String to) {
    cut.add(new Way(from, to));
  }

  /** Advertisements do not get from one to the other any more; everything else does. */
  void filter(String from, String to) {
    filtered.add(new Way(from, to));
  }

  boolean filters(String from, String to) {
    return filtered.contains(new Way(from, to));
  }

  void heal() {
    cut.clear();
    filtered.clear();
  }

  /** Delivers to {@code receiver} later, perhaps twice, perhaps never. */
  void carry(String from, String to, Runnable receiver) {
    if (cut.contains(new Way(from, to)) || random.nextDouble() < loss) {
      return;
    }
    int copies = random.nextDouble() < duplication ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      long spread = longest.minus(shortest).toNanos();
      long delay = shortest.toNanos() + (spread == 0 ? 0 : random.nextLong(spread));
      happenings.after(
          Duration.ofNanos(delay),
          () -> {
            if (!cut.contains(new Way(from, to))) {
              receiver.run();
            }
          });
    }
  }
}
