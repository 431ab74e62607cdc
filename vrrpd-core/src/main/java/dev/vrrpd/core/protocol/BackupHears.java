package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Backup;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "If an ADVERTISEMENT is received" of RFC 9568 section 6.4.2. */
final class BackupHears {
  private BackupHears() {}

  static Transition hear(
      Standing standing, Backup backup, Event.AdvertisementReceived event, Moment now) {
    Priority theirs = event.advertisement().priority();
    if (theirs.equals(Priority.RESIGN)) {
      return resignation(standing, backup, event.source(), now);
    }
    boolean losing = theirs.compareTo(standing.priority()) < 0;
    if (!losing || !standing.preempts()) {
      return accept(
          standing, backup, event, losing ? backup.preemptFrom() : Moment.NEVER, now, List.of());
    }
    return losing(standing, backup, event, now);
  }

  /** The Active router goes: only the skew is left to wait, which keeps the order of priorities. */
  @Implements(Rule.BACKUP_HEARS_RESIGNATION)
  private static Transition resignation(
      Standing standing, Backup backup, IpAddress source, Moment now) {
    Observation heard = new Observation.ResignationHeard(false, source);
    return backup.expired()
        ? Transition.to(backup, heard)
        : Transition.to(
            backup.withActiveDown(
                now.plus(
                    Timers.skewTime(
                        standing.parameters().version(),
                        standing.priority(),
                        backup.activeAdverInterval()))),
            heard);
  }

  /** Preempting means not to listen; {@code preempt_delay} listens for a while. */
  @Implements(Rule.BACKUP_DISCARDS_WORSE)
  private static Transition losing(
      Standing standing, Backup backup, Event.AdvertisementReceived event, Moment now) {
    VirtualRouterParameters parameters = standing.parameters();
    boolean waits = parameters.preemptDelay().isPositive();
    if (waits && backup.preemptFrom().equals(Moment.NEVER)) {
      return accept(
          standing,
          backup,
          event,
          now.plus(parameters.preemptDelay()),
          now,
          List.of(new Observation.PreemptDelayStarted(parameters.preemptDelay())));
    }
    if (waits && now.isBefore(backup.preemptFrom())) {
      return accept(standing, backup, event, backup.preemptFrom(), now, List.of());
    }
    return Transition.to(
        backup,
        new Observation.LowerPriorityDiscarded(event.advertisement().priority(), event.source()));
  }

  @Implements(Rule.BACKUP_FOLLOWS)
  private static Transition accept(
      Standing standing,
      Backup backup,
      Event.AdvertisementReceived event,
      Moment preemptFrom,
      Moment now,
      List<Effect> observed) {
    Centiseconds interval = interval(standing, event);
    return new Transition(
        new Backup(
            interval,
            now.plus(
                Timers.activeDownInterval(standing.parameters(), standing.priority(), interval)),
            preemptFrom,
            Optional.of(
                new ActiveRouter(event.source(), event.advertisement().priority(), interval))),
        withInterval(observed, standing, backup, event));
  }

  /**
   * Version 3 learns Active_Adver_Interval; an interval of 0 would make us flap and is not
   * believed.
   */
  private static Centiseconds interval(Standing standing, Event.AdvertisementReceived event) {
    Centiseconds said = event.advertisement().interval();
    return standing.parameters().version() == Version.V2 || said.value() == 0
        ? standing.parameters().advertisementInterval()
        : said;
  }

  /** What was observed, and what there is to say of the interval: as a rule nothing. */
  private static List<Effect> withInterval(
      List<Effect> observed, Standing standing, Backup backup, Event.AdvertisementReceived event) {
    VirtualRouterParameters parameters = standing.parameters();
    Centiseconds said = event.advertisement().interval();
    Centiseconds known = backup.activeAdverInterval();
    if (parameters.version() == Version.V2 || said.equals(known)) {
      return observed;
    }
    List<Effect> effects = new ArrayList<>(observed);
    effects.add(
        said.value() == 0
            ? new Observation.IntervalZeroHeard(event.source(), parameters.advertisementInterval())
            : new Observation.IntervalLearned(known, said));
    return effects;
  }

  /** An Active router gives way: to it the same advertisement is the first one as Backup. */
  static Transition firstOf(
      Standing standing, Event.AdvertisementReceived event, Moment now, Effect... before) {
    Transition heard =
        accept(standing, Becoming.backup(standing, now), event, Moment.NEVER, now, List.of());
    List<Effect> effects = new ArrayList<>(List.of(before));
    effects.addAll(heard.effects());
    effects.add(new Effect.RemoveAddresses());
    return new Transition(heard.next(), effects);
  }
}
