package dev.vrrpd.core.track;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;

/**
 * A {@code vrrp_track_process} as a value: up while the number of processes is what it should be. A
 * change of that counts when it has lasted for {@code fork_delay} or {@code terminate_delay}; the
 * first number counts at once.
 *
 * @param count last told
 * @param due when a change counts; {@link Moment#NEVER} if none is under way
 */
public record ProcessTracker(
    ProcessCountConfig config, Condition condition, int count, Moment due) {

  /** Nothing is known yet. */
  public static ProcessTracker start(ProcessCountConfig config) {
    return new ProcessTracker(config, Condition.PENDING, 0, Moment.NEVER);
  }

  /** One that came with a reload: nothing moves before its first number. */
  public static ProcessTracker presumedGood(ProcessCountConfig config) {
    return new ProcessTracker(config, Condition.ABSENT, 0, Moment.NEVER);
  }

  private boolean known() {
    return condition == Condition.UP || condition == Condition.DOWN;
  }

  /** So many of it run now. */
  public ProcessTracker counted(int number, Moment now) {
    Condition wanted = config.suffices(number) ? Condition.UP : Condition.DOWN;
    if (!known() || wanted == condition) {
      return new ProcessTracker(config, wanted, number, Moment.NEVER);
    }
    Duration delay = wanted == Condition.UP ? config.forkDelay() : config.terminateDelay();
    if (delay.isZero()) {
      return new ProcessTracker(config, wanted, number, Moment.NEVER);
    }
    Moment first = due.equals(Moment.NEVER) ? now.plus(delay) : due;
    return new ProcessTracker(config, condition, number, first);
  }

  /** A change that has lasted long enough counts. */
  public ProcessTracker tick(Moment now) {
    if (now.isBefore(due)) {
      return this;
    }
    Condition other = config.suffices(count) ? Condition.UP : Condition.DOWN;
    return new ProcessTracker(config, other, count, Moment.NEVER);
  }

  /** The same processes with other numbers or delays. */
  public ProcessTracker reconfigured(ProcessCountConfig fresh, Moment now) {
    ProcessTracker same = new ProcessTracker(fresh, condition, count, Moment.NEVER);
    return known() ? same.counted(count, now) : same;
  }
}
