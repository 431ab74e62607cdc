package dev.vrrpd.netlink.loop;

import java.util.function.Consumer;

/**
 * The daemon's one thread. Descriptors, timers and tasks take turns on it; nothing that throws in a
 * turn stops it: the throwable goes to the {@code defects} consumer and the loop goes on.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class EventLoop implements AutoCloseable {

  /**
   * Starts the thread.
   *
   * @param defects hears of what a turn threw, on the loop's thread
   */
  public static EventLoop start(
      String threadName, Scheduling scheduling, Consumer<Throwable> defects) {
    throw new UnsupportedOperationException();
  }

  /** What the wishes came to. */
  public SchedulingReport scheduling() {
    throw new UnsupportedOperationException();
  }

  /** From any thread: runs {@code task} in a turn of its own, in the order of the calls. */
  public void execute(Runnable task) {
    throw new UnsupportedOperationException();
  }

  /** Whether the caller runs on the loop's thread. */
  public boolean inLoop() {
    throw new UnsupportedOperationException();
  }

  /**
   * On the loop only: calls {@code onReady} as long as {@code fd} is readable or has an error (level
   * triggered).
   */
  public Registration register(int fd, Runnable onReady) {
    throw new UnsupportedOperationException();
  }

  /** On the loop only: a timer that rings by {@code onDue}. */
  public LoopTimer timer(Runnable onDue) {
    throw new UnsupportedOperationException();
  }

  /** From another thread: ends the thread and waits for it; descriptors stay their owners'. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
