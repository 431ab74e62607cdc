package dev.vrrpd.netlink.loop;

import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The daemon's one thread. Descriptors, timers and tasks take turns on it; nothing that throws in a
 * turn stops it: the throwable goes to the {@code defects} consumer and the loop goes on.
 */
public final class EventLoop implements AutoCloseable {
  static {
    QuietNetty.loadNetUtil();
  }

  private final MultiThreadIoEventLoopGroup group;
  private final IoEventLoop loop;
  private final Consumer<Throwable> defects;
  private final Inherited inherited;
  private final SchedulingReport scheduling;

  private EventLoop(String threadName, Scheduling wanted, Consumer<Throwable> defects) {
    ThreadFactory threads = turns -> new Thread(turns, threadName);
    this.group = new MultiThreadIoEventLoopGroup(1, threads, EpollIoHandler.newFactory());
    this.loop = group.next();
    this.defects = defects;
    this.inherited = new Inherited();
    this.scheduling =
        CompletableFuture.supplyAsync(() -> ThreadScheduler.apply(wanted), loop).join();
  }

  /**
   * Starts the thread.
   *
   * @param defects hears of what a turn threw, on the loop's thread
   */
  public static EventLoop start(
      String threadName, Scheduling scheduling, Consumer<Throwable> defects) {
    return new EventLoop(threadName, scheduling, defects);
  }

  /** What the wishes came to. */
  public SchedulingReport scheduling() {
    return scheduling;
  }

  /** Makes threads that are scheduled as the loop's starter was, whoever asks for them. */
  public ThreadFactory ordinaryThreads(String name) {
    return work ->
        new Thread(
            () -> {
              inherited.restore();
              work.run();
            },
            name);
  }

  /**
   * From any thread: runs {@code task} in a turn of its own, in the order of the calls. Nothing
   * runs after {@link #close}.
   */
  public void execute(Runnable task) {
    try {
      loop.execute(() -> turn(task));
    } catch (RejectedExecutionException closed) {
      assert loop.isShuttingDown() : closed;
    }
  }

  /** Whether the caller runs on the loop's thread. */
  public boolean inLoop() {
    return loop.inEventLoop();
  }

  /**
   * On the loop only: calls {@code onReady} as long as {@code fd} is readable or has an error
   * (level triggered). Now and then it is called for nothing.
   */
  public Registration register(int fd, Runnable onReady) {
    confine();
    DescriptorHandle handle = new DescriptorHandle(fd, () -> turn(onReady));
    return handle.joined(loop.register(handle).getNow());
  }

  /** On the loop only: a timer that rings by {@code onDue}. */
  public LoopTimer timer(Runnable onDue) {
    confine();
    return new DescriptorTimer(this, onDue);
  }

  /** From another thread: ends the thread and waits for it; descriptors stay their owners'. */
  @Override
  public void close() {
    if (inLoop()) {
      throw new AssertionError("the loop cannot wait for its own end");
    }
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private void confine() {
    if (!inLoop()) {
      throw new AssertionError("only the loop's own thread may do this");
    }
  }

  /** Netty sleeps for a second when a handler throws, and logs what a task threw. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private void turn(Runnable work) {
    try {
      work.run();
    } catch (Throwable defect) {
      report(defect);
    }
  }

  private void report(Throwable defect) {
    try {
      defects.accept(defect);
    } catch (Throwable deaf) {
      deaf.addSuppressed(defect);
      deaf.printStackTrace();
    }
  }
}
