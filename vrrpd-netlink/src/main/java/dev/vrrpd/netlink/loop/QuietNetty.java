package dev.vrrpd.netlink.loop;

import io.netty.util.NetUtil;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Netty looks for a loopback interface when its NetUtil loads, which nothing here needs, and warns
 * with a stack trace where no interface is up.
 */
final class QuietNetty {
  /** Held: a logger that nobody holds forgets its level. */
  private static final Logger NET_UTIL = Logger.getLogger("io.netty.util");

  private QuietNetty() {}

  /** Loads it with its logger switched off. */
  static void loadNetUtil() {
    InternalLoggerFactory usual = InternalLoggerFactory.getDefaultFactory();
    NET_UTIL.setLevel(Level.OFF);
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    try {
      var _ = NetUtil.LOCALHOST;
    } finally {
      InternalLoggerFactory.setDefaultFactory(usual);
    }
  }
}
