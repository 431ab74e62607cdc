package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Active;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import java.time.Duration;
import java.util.Optional;

/**
 * An Active router that slept: the machine was suspended or starved. {@code timer_expired_backup}
 * lets it give way instead of taking back what another has taken over meanwhile.
 */
final class Overtaken {
  private Overtaken() {}

  /** What it did not say, if that was long enough for the configured priority to take over. */
  static Optional<Observation> by(Standing standing, Active active, Moment now) {
    VirtualRouterParameters parameters = standing.parameters();
    return parameters.overtakenBy().isPresent()
        ? by(parameters.overtakenBy().get(), parameters, active, now)
        : Optional.empty();
  }

  private static Optional<Observation> by(
      Priority other, VirtualRouterParameters parameters, Active active, Moment now) {
    Centiseconds interval = parameters.advertisementInterval();
    Duration silence = active.adver().until(now).plus(interval.toDuration());
    Duration patience = Timers.activeDownInterval(parameters, other, interval);
    return silence.compareTo(patience) >= 0
        ? Optional.of(new Observation.RanLate(silence))
        : Optional.empty();
  }
}
