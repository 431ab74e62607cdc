package dev.vrrpd.core.protocol;

import dev.vrrpd.core.protocol.State.Active;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "If an ADVERTISEMENT is received" of RFC 9568 section 6.4.3. */
final class ActiveHears {
  private ActiveHears() {}

  @Implements(Rule.ACTIVE_ANSWERS_RESIGNATION)
  static Transition hear(
      Standing standing, Active active, Event.AdvertisementReceived event, Moment now) {
    Priority theirs = event.advertisement().priority();
    IpAddress source = event.source();
    if (theirs.equals(Priority.RESIGN)) {
      return Transition.to(
          advertised(standing, now),
          new Observation.ResignationHeard(true, source),
          new Effect.SendAdvertisement(standing.priority()));
    }
    return standing.yieldsTo(theirs, source)
        ? giveWay(standing, event, now)
        : rival(standing, active, event, now);
  }

  /** Two owners decide by address like any two equals. {@code higher_prio_send_advert}. */
  private static Transition giveWay(
      Standing standing, Event.AdvertisementReceived event, Moment now) {
    Priority theirs = event.advertisement().priority();
    IpAddress source = event.source();
    List<Effect> effects = new ArrayList<>();
    noteTwoOwners(standing, event, effects);
    effects.add(
        theirs.equals(standing.priority())
            ? new Observation.SuperiorAddressHeard(theirs, source)
            : new Observation.SuperiorHeard(theirs, source));
    if (standing.parameters().answersHigherPriority()) {
      effects.add(new Effect.SendAdvertisement(standing.priority()));
    }
    return BackupHears.firstOf(standing, event, now, effects.toArray(Effect[]::new));
  }

  /**
   * Answered at once, so that the others learn who is Active. {@code lower_prio_no_advert} refuses.
   */
  @Implements(Rule.ACTIVE_ANSWERS_WORSE)
  private static Transition rival(
      Standing standing, Active active, Event.AdvertisementReceived event, Moment now) {
    Optional<Observation> late = Overtaken.by(standing, active, now);
    if (late.isPresent()) {
      return BackupHears.firstOf(standing, event, now, late.get());
    }
    boolean answers = standing.parameters().answersLowerPriority();
    List<Effect> effects = new ArrayList<>();
    noteTwoOwners(standing, event, effects);
    effects.add(
        new Observation.RivalHeard(event.advertisement().priority(), event.source(), answers));
    if (answers) {
      effects.add(new Effect.SendAdvertisement(standing.priority()));
    }
    effects.add(new Effect.AnnounceAgainstRival());
    return new Transition(answers ? advertised(standing, now) : active, effects);
  }

  private static void noteTwoOwners(
      Standing standing, Event.AdvertisementReceived event, List<Effect> effects) {
    if (standing.priority().equals(Priority.OWNER)
        && event.advertisement().priority().equals(Priority.OWNER)) {
      effects.add(new Observation.TwoOwners(event.source()));
    }
  }

  /** "Reset the Adver_Timer to Advertisement_Interval." */
  private static Active advertised(Standing standing, Moment now) {
    return new Active(now.plus(standing.parameters().advertisementInterval().toDuration()));
  }
}
