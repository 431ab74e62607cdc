package dev.vrrpd.door;

import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.Launcher;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The script that reads a FIFO, kept running: when it ends it is started again, after 1 s, then 2,
 * 4, up to 60 s, and after 1 s again once it has lasted for a minute. Confined to the loop.
 */
final class FifoReader {
  private static final Logger log = LoggerFactory.getLogger(FifoReader.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final int SIGTERM = 15;

  private final Program program;
  private final Launcher launcher;
  private final LoopTimer restart;
  private final CountDownLatch over = new CountDownLatch(1);
  private Duration wait = FIRST_WAIT;
  private long startedAt;
  private ChildProcess child;
  private boolean stopped;

  FifoReader(Program program, Launcher launcher, Function<Runnable, LoopTimer> timers) {
    this.program = program;
    this.launcher = launcher;
    this.restart = timers.apply(this::start);
  }

  Program program() {
    return program;
  }

  void start() {
    startedAt = System.nanoTime();
    child = launcher.launch(program, this::ended);
  }

  private void ended(ChildEnd end) {
    child = null;
    if (stopped) {
      over.countDown();
      return;
    }
    boolean lasted = System.nanoTime() - startedAt >= LONGEST_WAIT.toNanos();
    wait = lasted ? FIRST_WAIT : wait;
    log.warn(
        "notify FIFO script {} ended ({}), starting it again in {} s",
        program.path(),
        end,
        wait.toSeconds());
    restart.arm(System.nanoTime() + wait.toNanos());
    Duration next = wait.multipliedBy(2);
    wait = next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT;
  }

  /** It is not started again. */
  void retire() {
    stopped = true;
    restart.close();
    if (child == null) {
      over.countDown();
    }
  }

  /** After {@link #retire}, on any thread but the loop's: until it has ended, or had its time. */
  void awaitEnd(Duration patience) {
    try {
      boolean _ = over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** SIGTERM, if it is still there. */
  void terminate() {
    if (child != null) {
      child.signal(SIGTERM);
    }
  }
}
