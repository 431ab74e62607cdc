package dev.vrrpd.core.router;

import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.router.Note.Remedy;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody took away of all that one instance holds, and what that leads to. What goes within
 * a tenth of a second went at one blow. Five blows in ten seconds are put right; whoever strikes
 * more often is left alone: the instance gives way, and what belongs to nobody waits.
 */
final class Losses {
  private static final int MOST = 5;
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration BLOW = Duration.ofMillis(100);

  private final boolean mayGiveWay;
  private LossPolicy policy;
  private Moment windowEnd = Moment.ZERO;
  private Moment blowEnd = Moment.ZERO;
  private int blows;
  private Remedy remedy = Remedy.RESTORED;
  private Optional<Remedy> due = Optional.empty();

  private Losses(LossPolicy policy, boolean mayGiveWay) {
    this.policy = policy;
    this.mayGiveWay = mayGiveWay;
  }

  static Losses ofInstance(LossPolicy policy) {
    return new Losses(policy, true);
  }

  /** Static things are always restored, sooner or later. */
  static Losses ofNobody() {
    return new Losses(LossPolicy.RESTORE, false);
  }

  void use(LossPolicy fresh) {
    policy = fresh;
  }

  LossPolicy policy() {
    return policy;
  }

  /** Something was taken away. */
  Remedy suffered(Moment now) {
    Remedy found = sufferedByLink(now);
    if (found == Remedy.GAVE_WAY || found == Remedy.FAULTED) {
      due = Optional.of(found);
    }
    return found;
  }

  /** A link is not there, which is a fault by itself while it is so. */
  Remedy sufferedByLink(Moment now) {
    if (!now.isBefore(blowEnd)) {
      blowEnd = now.plus(BLOW);
      remedy = next(now);
    }
    return remedy;
  }

  /** The link was taken away indeed. */
  void confirm(Remedy found) {
    if (found == Remedy.FAULTED) {
      due = Optional.of(found);
    }
  }

  private Remedy next(Moment now) {
    return switch (policy) {
      case BACKUP -> Remedy.GAVE_WAY;
      case FAULT -> Remedy.FAULTED;
      case RESTORE -> {
        if (!now.isBefore(windowEnd)) {
          windowEnd = now.plus(WINDOW);
          blows = 0;
        }
        blows++;
        yield blows <= MOST ? Remedy.RESTORED : mayGiveWay ? Remedy.GAVE_WAY : Remedy.WAITS;
      }
    };
  }

  /** From when on more are put right. */
  Moment windowEnd() {
    return windowEnd;
  }

  /** What the instance has to do, once. */
  Optional<Remedy> due() {
    Optional<Remedy> taken = due;
    due = Optional.empty();
    return taken;
  }
}
