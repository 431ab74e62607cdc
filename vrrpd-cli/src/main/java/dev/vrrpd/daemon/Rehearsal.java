package dev.vrrpd.daemon;

import dev.vrrpd.netlink.kernel.KernelRehearsal;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import dev.vrrpd.netlink.packet.SocketRehearsal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays failovers on a loop of its own while the daemon is already at work, so that the first real
 * one meets code that is loaded, linked and compiled on its whole way to the kernel. Nothing of it
 * is ever on a wire or on a link. Ends by itself; whatever stands in its way only costs speed.
 */
final class Rehearsal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

  /** The JVM compiles a method after two hundred calls. */
  private static final int ROUNDS = 250;

  private final Thread thread;
  private volatile boolean closed;

  private Rehearsal(LoadedConfig loaded) {
    thread = Thread.ofPlatform().daemon().name("rehearsal").unstarted(() -> play(loaded));
  }

  static Rehearsal begin(LoadedConfig loaded) {
    Rehearsal rehearsal = new Rehearsal(loaded);
    rehearsal.thread.start();
    return rehearsal;
  }

  /** At most a few milliseconds later it is over. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(LoadedConfig loaded) {
    EventLoop loop =
        EventLoop.start(
            "rehearsal", Scheduling.NORMAL, defect -> log.debug("the rehearsal stumbles", defect));
    try {
      play(loop, new RehearsedElections(loaded));
      log.debug("Rehearsed failovers");
    } catch (CompletionException | LibcException refused) {
      log.debug("rehearsal ended early", refused);
    } finally {
      loop.close();
    }
  }

  /** Each round in a turn of its own: between two of them the loop hears the kernel's answers. */
  private void play(EventLoop loop, RehearsedElections elections) {
    SocketRehearsal sockets = new SocketRehearsal();
    KernelRehearsal kernel =
        CompletableFuture.supplyAsync(() -> new KernelRehearsal(loop), loop::execute).join();
    for (int round = 0; round < ROUNDS && !closed; round++) {
      onLoop(
          loop,
          () -> {
            elections.play();
            sockets.play();
            kernel.play();
          });
    }
    onLoop(loop, kernel::close);
  }

  private static void onLoop(EventLoop loop, Runnable work) {
    CompletableFuture.runAsync(work, loop::execute).join();
  }
}
