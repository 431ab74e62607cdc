package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Active;
import dev.vrrpd.core.protocol.State.Backup;
import dev.vrrpd.core.protocol.State.Initialize;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import java.time.Duration;
import java.util.Optional;

/**
 * RFC 9568 sections 6.4.1 to 6.4.3 as a function, and RFC 3768's where version 2 differs. Performs
 * nothing, remembers nothing: what shall be done is returned, when to come again is in the state.
 */
public final class StateMachine {
  private StateMachine() {}

  private record Step(State state, Event event) {}

  /** What {@code event} does at {@code now} to a virtual router in {@code state}. */
  @Implements(Rule.BACKUP_SHUTS_DOWN_SILENTLY)
  public static Transition step(Standing standing, State state, Event event, Moment now) {
    return switch (new Step(state, event)) {
      // 6.4.1 Initialize
      case Step(Initialize _, Event.Startup(Moment notBefore)) ->
          Becoming.started(standing, notBefore, now);
      case Step(Initialize _, Event.Faulted(var faults)) -> Transition.to(new Initialize(faults));
      case Step(Initialize _, Event.Shutdown _) -> Transition.to(Initialize.HEALTHY);
      case Step(Initialize _, Event.Tick _),
          Step(Initialize _, Event.AdvertisementReceived _),
          Step(Initialize _, Event.PriorityChanged _),
          Step(Initialize _, Event.ParametersChanged _),
          Step(Initialize _, Event.GivesWay _),
          Step(Initialize _, Event.GroupActivates _),
          Step(Initialize _, Event.GroupYields _) ->
          Transition.to(state);

      // 6.4.2 Backup
      case Step(Backup _, Event.Shutdown _) -> Transition.to(Initialize.HEALTHY);
      case Step(Backup _, Event.Faulted(var faults)) -> Transition.to(new Initialize(faults));
      case Step(Backup backup, Event.Tick _) -> backupTimer(standing, backup, now);
      case Step(Backup backup, Event.AdvertisementReceived heard) ->
          BackupHears.hear(standing, backup, heard, now);
      case Step(Backup backup, Event.PriorityChanged(Priority from)) ->
          Changes.priority(standing, backup, from, now);
      case Step(Backup backup, Event.ParametersChanged(Standing from)) ->
          Changes.parameters(standing, backup, from, now);
      case Step(Backup backup, Event.GroupActivates _) -> Becoming.active(standing, backup, now);
      case Step(Backup _, Event.Startup _),
          Step(Backup _, Event.GivesWay _),
          Step(Backup _, Event.GroupYields _) ->
          Transition.to(state);

      // 6.4.3 Active
      case Step(Active _, Event.Shutdown _) -> Becoming.released(Initialize.HEALTHY);
      case Step(Active _, Event.Faulted(var faults)) -> Becoming.released(new Initialize(faults));
      case Step(Active active, Event.Tick _) -> activeTimer(standing, active, now);
      case Step(Active active, Event.AdvertisementReceived heard) ->
          ActiveHears.hear(standing, active, heard, now);
      case Step(Active active, Event.ParametersChanged(Standing from)) ->
          Changes.parameters(standing, active, from, now);
      case Step(Active _, Event.GivesWay(boolean patient)) ->
          Becoming.released(
              patient ? Becoming.backup(standing, now) : Becoming.resigned(standing, now));
      case Step(Active _, Event.GroupYields(Duration patience)) ->
          Transition.to(
              Becoming.backup(standing, now.plus(patience)), new Effect.RemoveAddresses());
      case Step(Active _, Event.Startup _),
          Step(Active _, Event.PriorityChanged _),
          Step(Active _, Event.GroupActivates _) ->
          Transition.to(state);
    };
  }

  /** "If the Active_Down_Timer fires": Active, or in a sync group ready to be. */
  @Implements(Rule.BACKUP_TAKES_OVER)
  private static Transition backupTimer(Standing standing, Backup backup, Moment now) {
    if (now.isBefore(backup.activeDown())) {
      return Transition.to(backup);
    }
    return standing.grouped()
        ? Transition.to(backup.withActiveDown(Moment.NEVER), new Observation.ActiveDown())
        : Becoming.active(standing, backup, now, new Observation.ActiveDown());
  }

  /** "If the Adver_Timer fires"; counted from when it should have, unless that is long ago. */
  @Implements(Rule.ACTIVE_ADVERTISES)
  private static Transition activeTimer(Standing standing, Active active, Moment now) {
    if (now.isBefore(active.adver())) {
      return Transition.to(active);
    }
    Optional<Observation> late = Overtaken.by(standing, active, now);
    if (late.isPresent()) {
      return Transition.to(
          Becoming.backup(standing, now), late.get(), new Effect.RemoveAddresses());
    }
    var interval = standing.parameters().advertisementInterval();
    Moment regular = active.adver().plus(interval);
    return Transition.to(
        new Active(now.isBefore(regular) ? regular : now.plus(interval)),
        new Effect.SendAdvertisement(standing.priority()));
  }
}
