package dev.vrrpd.core.value;

import java.time.Duration;

/**
 * A duration several times over. Not {@link Duration#multipliedBy}, nor {@link Duration#negated}:
 * they go by way of {@link java.math.BigDecimal}, which computes tables of enormous powers before
 * its first use, a tenth of the daemon's start.
 */
public final class Multiple {
  private Multiple() {}

  public static Duration of(Duration once, long times) {
    return Duration.ofNanos(Math.multiplyExact(once.toNanos(), times));
  }
}
