package dev.vrrpd.daemon;

import dev.vrrpd.netlink.kernel.KernelRehearsal;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
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

  /** The JVM compiles a method after twenty calls, a rare branch is met once in some rounds. */
  private static final int ROUNDS = 250;

  private final Thread thread;
  private final Runnable whenDone;
  private volatile boolean closed;

  private Rehearsal(LoadedConfig loaded, Runnable whenDone) {
    this.whenDone = whenDone;
    thread = Thread.ofPlatform().daemon().name("rehearsal").unstarted(() -> play(loaded));
  }

  /**
   * @param whenDone runs when it was played to its end
   */
  static Rehearsal of(LoadedConfig loaded, Runnable whenDone) {
    return new Rehearsal(loaded, whenDone);
  }

  /** Not before the daemon is at work: the two would compete for the processor. */
  void begin() {
    thread.start();
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
    if (playToTheEnd(loaded)) {
      whenDone.run();
      log.debug("Rehearsed failovers");
    }
  }

  private boolean playToTheEnd(LoadedConfig loaded) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    EventLoop loop = EventLoop.start("rehearsal", Scheduling.NORMAL, over::completeExceptionally);
    try {
      RehearsedElections elections = new RehearsedElections(loaded);
      loop.execute(() -> new Stage(loop, elections, over).begin());
      over.join();
      return !closed;
    } catch (CompletionException stumbled) {
      log.debug("rehearsal ended early", stumbled);
      return false;
    } finally {
      loop.close();
    }
  }

  /**
   * Each round rings by a timer, as a takeover does; between two the kernel's answers are heard.
   */
  private final class Stage {
    private final SocketRehearsal sockets;
    private final KernelRehearsal kernel;
    private final RehearsedElections elections;
    private final CompletableFuture<Void> over;
    private final LoopTimer timer;
    private int left = ROUNDS;

    Stage(EventLoop loop, RehearsedElections elections, CompletableFuture<Void> over) {
      this.sockets = new SocketRehearsal(loop);
      this.kernel = new KernelRehearsal(loop);
      this.elections = elections;
      this.over = over;
      this.timer = loop.timer(this::round);
    }

    void begin() {
      timer.arm(System.nanoTime());
    }

    private void round() {
      if (left == 0 || closed) {
        end();
        return;
      }
      left--;
      elections.play();
      sockets.play();
      kernel.play();
      timer.arm(System.nanoTime());
    }

    private void end() {
      timer.close();
      sockets.close();
      kernel.close();
      over.complete(null);
    }
  }
}
