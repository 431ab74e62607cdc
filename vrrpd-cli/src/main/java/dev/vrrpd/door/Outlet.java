package dev.vrrpd.door;

import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands immutable events, in their order, to a peer that may be slow, stuck or gone, on a thread of
 * its own. Whoever offers never waits: what does not fit is lost and counted.
 *
 * <p>The thread is made at once, by the caller, whose network namespace it inherits.
 */
public final class Outlet<E> {
  private static final Logger log = LoggerFactory.getLogger(Outlet.class);
  private static final int MOST_EVENTS = 8192;

  /** What is at the other end; called on the outlet's thread alone. */
  public interface Peer<E> {
    /** Takes an event, however long that lasts; what came of it, if it is worth being told. */
    Optional<Fate> take(E event);

    /** Nothing has happened for a while: a chance to look after the connection. */
    void rest();

    /** After the last event. */
    void leave();
  }

  private final String name;
  private final Peer<E> peer;
  private final Duration quiet;

  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_EVENTS);

  private final AtomicLong lost = new AtomicLong();
  private final Way way;
  private final Deliveries deliveries;
  private final Thread thread;

  /** The thread's. */
  private boolean ended;

  /**
   * @param quiet after so long without an event the peer is asked to {@link Peer#rest}
   */
  public Outlet(String name, Way way, Deliveries deliveries, Duration quiet, Peer<E> peer) {
    this.name = name;
    this.way = way;
    this.deliveries = deliveries;
    this.quiet = quiet;
    this.peer = peer;
    this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** From any thread; never waits. */
  public void offer(E event) {
    if (!waiting.offer(() -> deliver(event))) {
      lose();
    }
  }

  private void lose() {
    deliveries.count(way, Fate.LOST);
    if (lost.getAndIncrement() % MOST_EVENTS == 0) {
      log.warn("{} does not take what it is told: {} lost so far", name, lost);
    }
  }

  private void run() {
    try {
      while (!ended) {
        guarded(next());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the end, with or without a quiet peer
    }
    guarded(peer::leave);
  }

  private Runnable next() throws InterruptedException {
    Runnable next = waiting.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
    return next == null ? peer::rest : next;
  }

  private void deliver(E event) {
    peer.take(event).ifPresent(fate -> deliveries.count(way, fate));
  }

  private void end() {
    ended = true;
  }

  /** A defect costs one event, not the outlet. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException defect) {
      log.error("a defect of {}; it goes on", name, defect);
    }
  }

  /** No event comes any more; a peer with that much to do is interrupted. Returns at once. */
  public void close() {
    if (!waiting.offer(this::end)) {
      thread.interrupt();
    }
  }

  /** After {@link #close}: until everything is delivered, or has had its time. */
  public void awaitEnd(Duration patience) {
    try {
      if (!thread.join(patience)) {
        log.warn("{} is not waited for", name);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
