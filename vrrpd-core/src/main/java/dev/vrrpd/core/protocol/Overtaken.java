package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Active;
import dev.vrrpd.core.value.Moment;
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
    Duration interval = parameters.advertisementInterval().toDuration();
    Duration silence = active.adver().until(now).plus(interval);
    return parameters
        .overtakenBy()
        .map(other ->
            Timers.activeDownInterval(parameters, other, parameters.advertisementInterval()))
        .filter(patience -> silence.compareTo(patience) >= 0)
        .map(_ -> new Observation.RanLate(silence));
  }
}
