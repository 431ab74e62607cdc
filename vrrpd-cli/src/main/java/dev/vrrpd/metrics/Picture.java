package dev.vrrpd.metrics;

import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.time.Instant;

/**
 * Everything the endpoint shows, as it was at one moment. Made on the loop, read on any thread.
 *
 * @param taken on the daemon's time line
 * @param wallClock the same moment for people
 * @param lateness how late the loop's timer has fired so far
 * @param reloads what came of the reloads so far
 * @param deliveries what came of everything that was to be told
 */
public record Picture(
    RouterSnapshot router,
    Moment taken,
    Instant wallClock,
    Lateness.Counts lateness,
    Reloads reloads,
    Deliveries.Counts deliveries) {

  /**
   * Reloads since the start.
   *
   * @param last when the running configuration was taken up
   * @param refused the last attempt found a configuration that cannot run
   */
  public record Reloads(Instant last, boolean refused) {}

  /** Where a moment lies on the wall clock, as far as it has not been set since. */
  public Instant wallClock(Moment moment) {
    return wallClock.minus(moment.until(taken));
  }

  public Duration age(Moment now) {
    return taken.until(now);
  }
}
