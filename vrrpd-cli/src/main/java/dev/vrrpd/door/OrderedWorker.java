package dev.vrrpd.door;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for what takes its time, in the order of what it was asked to do. Whoever asks never
 * waits: with too much to do already, a task is left out and counted.
 *
 * <p>The thread is made at once, by the caller: network namespaces are inherited from the thread
 * that makes a thread, and a signal's thread has another one.
 */
public final class OrderedWorker implements Executor {
  private static final Logger log = LoggerFactory.getLogger(OrderedWorker.class);
  private static final int MOST_TASKS = 4096;

  private final String name;
  private final AtomicLong refused = new AtomicLong();
  private final ThreadPoolExecutor thread;

  /** For files. */
  public OrderedWorker(String name) {
    this(
        name,
        MOST_TASKS,
        refused -> {
          if (refused % MOST_TASKS == 1) {
            log.warn("too much to write to files at once: {} left out so far", refused);
          }
        });
  }

  /**
   * @param mostTasks that wait; one more is left out
   * @param leftOut is told, by who asked for too much, how many have been left out so far
   */
  public OrderedWorker(String name, int mostTasks, LongConsumer leftOut) {
    this.name = name;
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(mostTasks),
            task -> Thread.ofPlatform().daemon().name(name).unstarted(task),
            (_, _) -> leftOut.accept(refused.incrementAndGet()));
    thread.prestartAllCoreThreads();
  }

  /** How often there was too much to do. */
  long refused() {
    return refused.get();
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /** Waits until everything asked for is done, but not longer than {@code limit}. */
  public void finish(Duration limit) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        log.warn("{}: still at work, not waiting for it", name);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
