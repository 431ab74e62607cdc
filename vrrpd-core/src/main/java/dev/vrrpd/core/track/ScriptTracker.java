package dev.vrrpd.core.track;

import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code vrrp_script} as a value: when it runs, when it is killed, and what its results mean.
 * Runs start {@code interval} after each other and never overlap; a run longer than {@code timeout}
 * has failed at that moment, whatever becomes of it later.
 *
 * <p>Both are counted from the moment the script runs. Hundreds of scripts that are due at the same
 * moment have to wait for each other: the next time they are due when they ran, and so one after
 * the other. One that cannot even be started for an interval and its timeout has failed, too.
 *
 * <p>The counter goes from 0 to rise + fall - 1 and starts at rise - 1, so that the first result
 * decides. Then it takes {@code fall} failures in a row to go down and {@code rise} successes in a
 * row to come up. {@code init_fail} is honoured: down until the first success (keepalived forgets
 * it).
 *
 * @param position on the counter; up from {@code rise} on
 * @param nextRun when to start the next run
 * @param lastStatus exit status of the last run that exited by itself
 * @param leniency what does not count as a failure
 */
public record ScriptTracker(
    ScriptConfig config,
    Condition condition,
    int position,
    Moment nextRun,
    Optional<Run> running,
    int lastStatus,
    Leniency leniency) {

  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Started so much later than it was due, a script keeps its place in the interval. */
  private static final Duration PUNCTUAL = Duration.ofMillis(5);

  /**
   * A run under way.
   *
   * @param killAt when patience, or the grace after a signal, ends
   * @param waiting for its turn to be started
   * @param timedOut it has failed already
   */
  public record Run(Moment killAt, boolean waiting, boolean timedOut) {}

  /** A tracker after an event, and what shall be done. */
  public record Step(ScriptTracker next, List<ScriptEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** A tracker that wants its first run at once. */
  public static ScriptTracker start(ScriptConfig config, Moment now) {
    return new ScriptTracker(
        config,
        config.initFail() ? Condition.DOWN : Condition.PENDING,
        config.rise() - 1,
        now,
        Optional.empty(),
        0,
        Leniency.of(config));
  }

  /** A tracker that came with a reload: up until its first result, so that nothing moves for it. */
  public static ScriptTracker presumedGood(ScriptConfig config, Moment now) {
    ScriptTracker tracker = start(config, now);
    return config.initFail() ? tracker : tracker.with(Condition.UP, tracker.position);
  }

  /** The same script under another configuration: results and the run under way stay. */
  public ScriptTracker reconfigured(ScriptConfig fresh, Moment now) {
    int top = fresh.rise() + fresh.fall() - 1;
    int moved =
        switch (condition) {
          case UP -> top;
          case DOWN, ABSENT -> 0;
          case PENDING -> fresh.rise() - 1;
        };
    Moment soonest = Moment.earliest(nextRun, now.plus(fresh.interval()));
    return new ScriptTracker(
        fresh,
        condition,
        fresh.rise() == config.rise() && fresh.fall() == config.fall() ? position : moved,
        soonest,
        running,
        lastStatus,
        fresh.recovery().equals(config.recovery()) ? leniency : Leniency.renewed(fresh));
  }

  /** It has had a result, or was told to count as failed. */
  public boolean known() {
    return condition != Condition.PENDING;
  }

  public Moment deadline() {
    Moment regular = running.map(run -> Moment.earliest(run.killAt(), nextRun)).orElse(nextRun);
    return leniency.recoveringUntil().map(limit -> Moment.earliest(limit, regular)).orElse(regular);
  }

  /** Time has come: to run, to leave a run out, or to kill one. */
  public Step tick(Moment now) {
    List<ScriptEffect> effects = new ArrayList<>();
    ScriptTracker tracker = this;
    if (running.isPresent() && !now.isBefore(running.get().killAt())) {
      tracker = tracker.overdue(running.get(), now, effects);
    }
    if (leniency.recoveringUntil().filter(limit -> !now.isBefore(limit)).isPresent()) {
      effects.add(new ScriptEffect.Kill(true));
      tracker = tracker.recovered();
    }
    if (!now.isBefore(nextRun)) {
      tracker = tracker.due(now, effects);
    }
    return new Step(tracker, effects);
  }

  private ScriptTracker overdue(Run run, Moment now, List<ScriptEffect> effects) {
    effects.add(new ScriptEffect.Kill(run.timedOut()));
    ScriptTracker killed = running(Optional.of(new Run(now.plus(GRACE), false, true)));
    return run.timedOut() ? killed : killed.count(false, new ScriptEffect.TimedOut(), now, effects);
  }

  private ScriptTracker due(Moment now, List<ScriptEffect> effects) {
    Moment regular = nextRun.plus(config.interval());
    Moment next = now.isBefore(regular) ? regular : now.plus(config.interval());
    if (running.isPresent()) {
      if (!running.get().waiting()) {
        effects.add(new ScriptEffect.StillRunning());
      }
      return new ScriptTracker(config, condition, position, next, running, lastStatus, leniency);
    }
    effects.add(new ScriptEffect.Run());
    Run run = new Run(now.plus(config.interval()).plus(config.timeout()), true, false);
    return new ScriptTracker(
        config, condition, position, next, Optional.of(run), lastStatus, leniency);
  }

  /** The run has begun. Told of one that does not wait for it, it does nothing. */
  public ScriptTracker started(Moment now) {
    if (running.filter(Run::waiting).isEmpty()) {
      return this;
    }
    Moment next = now.plus(config.interval());
    boolean punctual = !nextRun.plus(PUNCTUAL).isBefore(next) && !next.isBefore(nextRun);
    return new ScriptTracker(
        config,
        condition,
        position,
        punctual ? nextRun : next,
        Optional.of(new Run(now.plus(config.timeout()), false, false)),
        lastStatus,
        leniency);
  }

  /** A run is over. Told of one that was not started, it does nothing. */
  public Step ended(ScriptOutcome outcome, Moment now) {
    if (running.isEmpty()) {
      return new Step(this, List.of());
    }
    List<ScriptEffect> effects = new ArrayList<>();
    ScriptTracker idle = running(Optional.empty());
    if (running.get().timedOut()) {
      return new Step(idle, effects);
    }
    ScriptTracker told = idle.status(outcome, effects);
    boolean success = outcome instanceof ScriptOutcome.Exited(int status) && status == 0;
    ScriptEffect verdict =
        success ? new ScriptEffect.Succeeded() : new ScriptEffect.Failed(outcome);
    return new Step(told.count(success, verdict, now, effects), effects);
  }

  private ScriptTracker status(ScriptOutcome outcome, List<ScriptEffect> effects) {
    if (!(outcome instanceof ScriptOutcome.Exited(int status)) || status == lastStatus) {
      return this;
    }
    effects.add(new ScriptEffect.Returns(status));
    return new ScriptTracker(config, condition, position, nextRun, running, status, leniency);
  }

  private ScriptTracker count(
      boolean success, ScriptEffect verdict, Moment now, List<ScriptEffect> effects) {
    ScriptTracker counted = success ? success() : failure(now, effects);
    if (counted.condition != condition) {
      effects.add(verdict);
    }
    return counted;
  }

  private ScriptTracker success() {
    ScriptTracker renewed = with(Leniency.renewed(config));
    return position < config.rise() - 1
        ? renewed.with(condition, position + 1)
        : renewed.with(Condition.UP, config.rise() + config.fall() - 1);
  }

  private ScriptTracker failure(Moment now, List<ScriptEffect> effects) {
    if (leniency.forgives()) {
      return with(leniency.forgiving());
    }
    if (position > config.rise()) {
      return with(condition, position - 1);
    }
    if (condition != Condition.DOWN && leniency.recovers()) {
      Leniency recovering = leniency.recovering(now);
      effects.add(
          new ScriptEffect.Recover(
              config.recovery().orElseThrow().attempts() - recovering.recoveries()));
      return with(recovering);
    }
    return with(Condition.DOWN, 0);
  }

  /** The repair is over, whatever came of it: the next answer counts. */
  public ScriptTracker recovered() {
    return with(leniency.recovered());
  }

  private ScriptTracker with(Condition other, int otherPosition) {
    return new ScriptTracker(config, other, otherPosition, nextRun, running, lastStatus, leniency);
  }

  private ScriptTracker with(Leniency other) {
    return new ScriptTracker(config, condition, position, nextRun, running, lastStatus, other);
  }

  private ScriptTracker running(Optional<Run> run) {
    return new ScriptTracker(config, condition, position, nextRun, run, lastStatus, leniency);
  }
}
