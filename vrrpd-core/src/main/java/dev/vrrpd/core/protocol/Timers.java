package dev.vrrpd.core.protocol;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import java.time.Duration;

/**
 * The computed intervals of RFC 9568 section 6.1 and RFC 3768 section 6.1, in whole nanoseconds.
 */
public final class Timers {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Timers() {}

  /**
   * Skew_Time: version 3 takes (256 - priority)/256 of the Active router's interval, version 2 of a
   * second, whatever the interval is. Priority 100 at one second waits 0.609375 s.
   */
  @Implements({Rule.SKEW_TIME, Rule.VERSION_TWO_SKEW})
  public static Duration skewTime(
      Version version, Priority priority, Centiseconds activeAdverInterval) {
    return Duration.ofNanos(skewNanos(version, priority, activeAdverInterval));
  }

  private static long skewNanos(
      Version version, Priority priority, Centiseconds activeAdverInterval) {
    long whole =
        switch (version) {
          case V2 -> NANOS_PER_SECOND;
          case V3 -> activeAdverInterval.toNanos();
        };
    return whole * (256 - priority.value()) / 256;
  }

  /**
   * Active_Down_Interval (Master_Down_Interval in RFC 3768): so many advertisements missed, and the
   * skew.
   */
  public static Duration activeDownInterval(
      VirtualRouterParameters parameters, Priority priority, Centiseconds activeAdverInterval) {
    return Duration.ofNanos(
        activeAdverInterval.toNanos() * parameters.downTimerAdverts()
            + skewNanos(parameters.version(), priority, activeAdverInterval));
  }
}
