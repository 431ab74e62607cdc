package dev.vrrpd.daemon;

import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.netlink.process.Spawner;
import dev.vrrpd.script.ScriptBook;
import dev.vrrpd.script.ScriptFinder.Found;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code startup_script} and {@code shutdown_script}: run once and waited for, whatever they say.
 * At its timeout SIGTERM, two seconds later SIGKILL, to its process group. Confined to the loop.
 */
final class OnceScript {
  private static final Logger log = LoggerFactory.getLogger("vrrpd");
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int SIGTERM = 15;
  private static final int SIGKILL = 9;

  private final CompletableFuture<ChildEnd> over = new CompletableFuture<>();
  private final LoopTimer limit;
  private final ChildProcess child;
  private boolean told;

  private OnceScript(EventLoop events, Spawner spawner, Program program, Duration timeout) {
    limit = events.timer(this::overdue);
    child = spawner.spawn(program, this::ended);
    arm(timeout);
  }

  /** On any thread but the loop's: runs it to its end, if there is one to run. */
  static void run(
      EventLoop events, String what, Optional<ProcessConfig.Once> once, ScriptBook scripts) {
    if (once.isPresent()
        && scripts.find(once.get().command()) instanceof Found.Usable(Program program, var _)) {
      log.info("Running {} script {}", what, program.path());
      CompletableFuture<ChildEnd> end = new CompletableFuture<>();
      events.execute(() -> {
        var _ = start(events, program, once.get().timeout()).thenAccept(end::complete);
      });
      log.info("The {} script ended: {}", what, end.join());
    }
  }

  private static CompletableFuture<ChildEnd> start(
      EventLoop events, Program program, Duration timeout) {
    Spawner spawner = new Spawner(events);
    OnceScript script = new OnceScript(events, spawner, program, timeout);
    return script.over.whenComplete((_, _) -> spawner.close());
  }

  private void arm(Duration length) {
    limit.arm(System.nanoTime() + length.toNanos());
  }

  private void overdue() {
    child.signal(told ? SIGKILL : SIGTERM);
    told = true;
    arm(GRACE);
  }

  private void ended(ChildEnd end) {
    limit.close();
    over.complete(end);
  }
}
