package dev.vrrpd.daemon;

import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While the configuration is read, another thread starts and ends an event loop: what Netty and the
 * calls of the C library prepare for their first use, and the JVM for its first signal, is there
 * when the daemon's loop begins. Leaves nothing behind but that.
 */
final class Groundwork {
  private static final Logger log = LoggerFactory.getLogger(Groundwork.class);

  private Groundwork() {}

  static void begin() {
    Thread.ofPlatform().daemon().name("groundwork").start(Groundwork::lay);
  }

  private static void lay() {
    EventLoop loop =
        EventLoop.start("groundwork", Scheduling.NORMAL, defect -> log.debug("of no use", defect));
    Signals.prepare();
    loop.close();
  }
}
