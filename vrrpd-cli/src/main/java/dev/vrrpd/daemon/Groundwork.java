package dev.vrrpd.daemon;

import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start can do on another thread while the configuration is read. Signals that would end the
 * process are held for those who will obey them. An event loop is started and ended: what Netty and
 * the calls of the C library prepare for their first use is there when the daemon's loop begins.
 */
final class Groundwork {
  private static final Logger log = LoggerFactory.getLogger(Groundwork.class);

  private final CompletableFuture<Void> signalsHeld = new CompletableFuture<>();

  private Groundwork() {}

  static Groundwork begin() {
    Groundwork groundwork = new Groundwork();
    Thread.ofPlatform().daemon().name("groundwork").start(groundwork::lay);
    return groundwork;
  }

  private void lay() {
    try {
      List.of("HUP", "USR1", "USR2").forEach(Signals::hold);
    } finally {
      signalsHeld.complete(null);
    }
    EventLoop loop =
        EventLoop.start("groundwork", Scheduling.NORMAL, defect -> log.debug("of no use", defect));
    loop.close();
  }

  /** From now on others may know the process, and signal it. */
  void awaitSignalsHeld() {
    signalsHeld.join();
  }
}
