package dev.vrrpd.netlink.signal;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends itself the signal it is told and says what came of it. */
final class SignalledJvm {
  static final int JSON = 36;
  static final int STATS_CLEAR = 63;

  private static final List<Integer> SIGNALS = List.of(JSON, STATS_CLEAR);

  private SignalledJvm() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("unblocked: " + BlockedSignals.ignoreUnblocked(SIGNALS));
    EventLoop loop = EventLoop.start("loop", Scheduling.NORMAL, Throwable::printStackTrace);
    CompletableFuture<Integer> heard = new CompletableFuture<>();
    loop.execute(() -> {
      BlockedSignals _ = BlockedSignals.read(loop, SIGNALS, heard::complete);
      int _ = Libc.kill(Libc.getpid(), Integer.parseInt(arguments[0]));
    });
    System.out.println("heard: " + waitFor(heard));
    Runtime.getRuntime().halt(0);
  }

  /** Two seconds: nothing else tells that a signal will not come. */
  private static String waitFor(CompletableFuture<Integer> heard) throws Exception {
    try {
      return heard.get(2, TimeUnit.SECONDS).toString();
    } catch (TimeoutException _) {
      return "nothing";
    }
  }
}
