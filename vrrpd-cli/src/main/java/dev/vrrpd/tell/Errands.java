package dev.vrrpd.tell;

import dev.vrrpd.door.OrderedWorker;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one way of telling has to do, one after the other on a thread of its own, each tried four
 * times within seven seconds and what the other side takes. Whoever asks never waits: with too much
 * to do, the newest is left out, and what has waited for minutes is old news and not begun;
 * whatever is not told is counted. Confined to the loop, but for the thread.
 */
final class Errands {
  private static final Logger log = LoggerFactory.getLogger(Errands.class);

  /** Thousands of instances may go to another state at once. */
  private static final int MOST_WAITING = 4096;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int PAUSES = 3;

  /** With the other side in reach it takes milliseconds; without it nothing would help. */
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private final Way way;
  private final String name;
  private final Deliveries deliveries;
  private final Duration firstPause;
  private final Duration longestWait;
  private final AtomicInteger underWay = new AtomicInteger();
  private Optional<OrderedWorker> worker = Optional.empty();

  /** One attempt at something; what it throws is why it failed. */
  interface Errand {
    void attempt() throws Exception;
  }

  Errands(Way way, String name, Deliveries deliveries) {
    this(way, name, deliveries, FIRST_PAUSE, LONGEST_WAIT);
  }

  /**
   * With times of one's own.
   *
   * @param firstPause before the second attempt; it doubles before each further one
   * @param longestWait what has waited longer for its turn is not begun any more
   */
  Errands(Way way, String name, Deliveries deliveries, Duration firstPause, Duration longestWait) {
    this.way = way;
    this.name = name;
    this.deliveries = deliveries;
    this.firstPause = firstPause;
    this.longestWait = longestWait;
  }

  /**
   * @param what for the log
   */
  void add(String what, Errand errand) {
    underWay.incrementAndGet();
    long asked = System.nanoTime();
    worker()
        .execute(() -> {
          try {
            deliveries.count(way, comeOf(what, errand, asked));
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  /** Made for the first errand. */
  private OrderedWorker worker() {
    OrderedWorker made =
        worker.orElseGet(() -> new OrderedWorker(name, MOST_WAITING, this::leftOut));
    worker = Optional.of(made);
    return made;
  }

  private void leftOut(long soFar) {
    underWay.decrementAndGet();
    deliveries.count(way, Fate.LOST);
    if (soFar == 1 || soFar % MOST_WAITING == 0) {
      log.warn("{}: too much to tell at once, {} left out so far", name, soFar);
    }
  }

  private Fate comeOf(String what, Errand errand, long asked) {
    if (System.nanoTime() - asked > longestWait.toNanos()) {
      log.warn("{}: {} has waited too long, left out", name, what);
      return Fate.LOST;
    }
    return done(what, errand) ? Fate.DONE : Fate.FAILED;
  }

  private boolean done(String what, Errand errand) {
    Duration pause = firstPause;
    for (int pauses = 0; ; pauses++) {
      try {
        errand.attempt();
        return true;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      } catch (Exception reason) {
        if (pauses == PAUSES) {
          log.warn("{}: {} given up: {}", name, what, words(reason));
          return false;
        }
        log.info("{}: {} failed, trying again: {}", name, what, words(reason));
      }
      if (!slept(pause)) {
        return false;
      }
      pause = pause.multipliedBy(2);
    }
  }

  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String words(Exception reason) {
    String message = reason.getMessage();
    return (message == null ? reason.getClass().getSimpleName() : message)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** At the end: what has begun gets a moment, nothing is waited for without need. */
  void close() {
    if (underWay.get() > 0) {
      worker.ifPresent(busy -> busy.finish(LAST_WORDS));
    }
  }
}
