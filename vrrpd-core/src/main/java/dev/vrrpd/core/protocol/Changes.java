package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Active;
import dev.vrrpd.core.protocol.State.Backup;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import java.time.Duration;

/**
 * Other parameters or another priority under a running state. The RFC knows neither; the running
 * timer is shifted by what its length changes, so that a reload neither prolongs nor cuts a wait.
 */
final class Changes {
  private Changes() {}

  static Transition priority(Standing standing, Backup backup, Priority from, Moment now) {
    VirtualRouterParameters parameters = standing.parameters();
    Centiseconds interval = backup.activeAdverInterval();
    return shifted(
        backup,
        Timers.skewTime(parameters.version(), standing.priority(), interval)
            .minus(Timers.skewTime(parameters.version(), from, interval)),
        now);
  }

  static Transition parameters(Standing standing, Backup backup, Standing from, Moment now) {
    VirtualRouterParameters parameters = standing.parameters();
    if (backup.expired()) {
      return Transition.to(standing.grouped() ? backup : backup.withActiveDown(now));
    }
    boolean learned = parameters.version() == Version.V3 && backup.heard().isPresent();
    Centiseconds interval =
        learned ? backup.activeAdverInterval() : parameters.advertisementInterval();
    Duration before =
        Timers.activeDownInterval(from.parameters(), from.priority(), backup.activeAdverInterval());
    Duration after = Timers.activeDownInterval(parameters, standing.priority(), interval);
    return shifted(
        new Backup(interval, backup.activeDown(), backup.preemptFrom(), backup.heard()),
        after.minus(before),
        now);
  }

  /** Whoever listens shall know at once what has changed. */
  static Transition parameters(Standing standing, Active active, Standing from, Moment now) {
    VirtualRouterParameters ours = standing.parameters();
    VirtualRouterParameters theirs = from.parameters();
    boolean saysTheSame =
        ours.version() == theirs.version()
            && standing.priority().equals(from.priority())
            && ours.advertisementInterval().equals(theirs.advertisementInterval())
            && ours.addresses().equals(theirs.addresses())
            && ours.authentication().equals(theirs.authentication())
            && ours.checksumRule() == theirs.checksumRule();
    return saysTheSame
        ? Transition.to(active)
        : Transition.to(
            new Active(now.plus(ours.advertisementInterval().toDuration())),
            new Effect.SendAdvertisement(standing.priority()));
  }

  private static Transition shifted(Backup backup, Duration by, Moment now) {
    if (backup.expired()) {
      return Transition.to(backup);
    }
    Moment shifted = backup.activeDown().plus(by);
    return Transition.to(backup.withActiveDown(shifted.isBefore(now) ? now : shifted));
  }
}
