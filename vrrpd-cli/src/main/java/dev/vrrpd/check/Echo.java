package dev.vrrpd.check;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends an ICMP echo request and waits for its answer, on a thread of its own for as long as the
 * check has patience. No more than 64 at once: one more has failed. The JDK asks by a raw socket,
 * for which the daemon has the capability that it needs anyway (CAP_NET_RAW).
 */
final class Echo {
  private static final int MOST_AT_ONCE = 64;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          MOST_AT_ONCE,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Thread.ofPlatform().daemon().name("ping").unstarted(task));

  private Echo() {}

  /** {@code question} hears of it on its own thread. */
  static void ask(InetAddress host, Duration patience, Question question, Executor thread) {
    try {
      THREADS.execute(() -> {
        String failure = failure(host, patience);
        thread.execute(() -> question.end(failure));
      });
    } catch (RejectedExecutionException _) {
      question.fail("too many echo requests wait for their answers");
    }
  }

  /** Empty if there was an answer. */
  private static String failure(InetAddress host, Duration patience) {
    try {
      return host.isReachable(Math.toIntExact(patience.toMillis())) ? "" : "no answer in time";
    } catch (IOException e) {
      return e.getMessage() == null ? "unreachable" : e.getMessage();
    }
  }
}
