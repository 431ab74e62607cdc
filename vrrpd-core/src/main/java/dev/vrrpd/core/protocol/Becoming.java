package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Active;
import dev.vrrpd.core.protocol.State.Backup;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entrances of the three states: nothing else makes a new one. */
final class Becoming {
  private Becoming() {}

  /** "If a Startup event is received." RFC 9568 section 6.4.1. */
  @Implements({Rule.STARTUP_OWNER_IS_ACTIVE, Rule.STARTUP_OTHERS_ARE_BACKUP})
  static Transition started(Standing standing, Moment notBefore, Moment now) {
    Moment start = now.isBefore(notBefore) ? notBefore : now;
    Backup backup = backup(standing, start);
    if (!standing.parameters().startsAsActive()) {
      return Transition.to(backup);
    }
    if (standing.grouped()) {
      return Transition.to(backup.withActiveDown(start.equals(now) ? Moment.NEVER : start));
    }
    return start.equals(now)
        ? active(standing, backup, now)
        : Transition.to(backup.withActiveDown(start));
  }

  /** Backup with a full Active_Down_Interval ahead and nobody heard yet. */
  static Backup backup(Standing standing, Moment now) {
    Centiseconds interval = standing.parameters().advertisementInterval();
    return new Backup(
        interval,
        now.plus(Timers.activeDownInterval(standing.parameters(), standing.priority(), interval)),
        Moment.NEVER,
        Optional.empty());
  }

  /** Backup after a farewell: Skew_Time is left to others. RFC 9568 section 6.4.2. */
  static Backup resigned(Standing standing, Moment now) {
    Backup backup = backup(standing, now);
    return backup.withActiveDown(
        now.plus(
            Timers.skewTime(
                standing.parameters().version(),
                standing.priority(),
                backup.activeAdverInterval())));
  }

  /** Advertise before anything else, take the addresses, tell the neighbours: in this order. */
  static Transition active(Standing standing, Backup from, Moment now, Observation... why) {
    VirtualRouterParameters parameters = standing.parameters();
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.SendAdvertisement(standing.priority()));
    effects.addAll(List.of(why));
    if (parameters.version() == Version.V3
        && !from.activeAdverInterval().equals(parameters.advertisementInterval())) {
      effects.add(
          new Observation.IntervalRestored(
              from.activeAdverInterval(), parameters.advertisementInterval()));
    }
    effects.add(new Effect.InstallAddresses());
    effects.add(new Effect.AnnounceAddresses());
    return new Transition(new Active(now.plus(parameters.advertisementInterval())), effects);
  }

  /** Out of Active: say farewell, so that the others need not wait. */
  @Implements(Rule.ACTIVE_RESIGNS)
  static Transition released(State to) {
    return Transition.to(
        to, new Effect.SendAdvertisement(Priority.RESIGN), new Effect.RemoveAddresses());
  }
}
