package dev.vrrpd.core.router;

import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.ScriptEffect;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.track.ScriptTracker;
import dev.vrrpd.core.value.Moment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The check scripts in use: wakes their trackers, turns what they want into outputs. */
final class Scripts {
  private final Outbox outbox;
  private final Deadlines deadlines;

  /** Told the name of a script whose condition has changed. */
  private final BiConsumer<String, Moment> changed;

  private final Map<String, Slot> slots = new LinkedHashMap<>();

  Scripts(Outbox outbox, Deadlines deadlines, BiConsumer<String, Moment> changed) {
    this.outbox = outbox;
    this.deadlines = deadlines;
    this.changed = changed;
  }

  /** A tracker that is woken by its own deadline. */
  private final class Slot extends Timed {
    private ScriptTracker tracker;

    Slot(ScriptTracker tracker) {
      this.tracker = tracker;
    }

    @Override
    Moment deadline() {
      return tracker.deadline();
    }

    @Override
    void tick(Moment now) {
      accept(tracker.tick(now), now);
    }

    void accept(ScriptTracker.Step step, Moment now) {
      Condition before = tracker.condition();
      tracker = step.next();
      deadlines.update(this);
      step.effects().forEach(effect -> perform(tracker.config(), effect));
      if (before != tracker.condition()) {
        changed.accept(tracker.config().name(), now);
      }
    }
  }

  private void perform(ScriptConfig script, ScriptEffect effect) {
    String name = script.name();
    switch (effect) {
      case ScriptEffect.Run() -> outbox.add(new Output.RunScript(script));
      case ScriptEffect.Kill(boolean forcibly) -> outbox.add(new Output.KillScript(name, forcibly));
      case ScriptEffect.Returns(int status) -> outbox.tell(new Note.ScriptReturns(name, status));
      case ScriptEffect.Succeeded() -> outbox.tell(new Note.ScriptSucceeded(name));
      case ScriptEffect.Failed(ScriptOutcome outcome) ->
          outbox.tell(new Note.ScriptFailed(name, outcome));
      case ScriptEffect.Recover(int attempt) -> {
        outbox.tell(new Note.ScriptRecovering(name, attempt));
        outbox.add(new Output.Recover(script));
      }
      case ScriptEffect.TimedOut() -> outbox.tell(new Note.ScriptTimedOut(name));
      case ScriptEffect.StillRunning() -> {
        if (script.probe().isEmpty()) {
          outbox.tell(new Note.ScriptStillRunning(name));
        }
      }
    }
  }

  /** Pending for one that is not known: it may still come. */
  Condition condition(String name) {
    Slot slot = slots.get(name);
    return slot == null ? Condition.PENDING : slot.tracker.condition();
  }

  void started(String name, Moment now) {
    Slot slot = slots.get(name);
    if (slot != null) {
      slot.accept(new ScriptTracker.Step(slot.tracker.started(now), List.of()), now);
    }
  }

  void ended(String name, ScriptOutcome outcome, Moment now) {
    Slot slot = slots.get(name);
    if (slot != null) {
      slot.accept(slot.tracker.ended(outcome, now), now);
    }
  }

  void recovered(String name, Moment now) {
    Slot slot = slots.get(name);
    if (slot != null) {
      slot.accept(new ScriptTracker.Step(slot.tracker.recovered(), List.of()), now);
    }
  }

  /**
   * Takes over another set of scripts. One with the same name, command and identity keeps its
   * results.
   *
   * @param running the daemon runs already: new ones count as good until their first result
   */
  void reconfigure(Collection<ScriptConfig> scripts, boolean running, Moment now) {
    Set<String> unused = new LinkedHashSet<>(slots.keySet());
    for (ScriptConfig script : scripts) {
      Slot slot = slots.get(script.name());
      boolean same = slot != null && asksTheSame(slot.tracker.config(), script);
      if (same) {
        unused.remove(script.name());
        slot.tracker = slot.tracker.reconfigured(script, now);
        deadlines.update(slot);
      }
    }
    unused.forEach(this::drop);
    for (ScriptConfig script : scripts) {
      if (!slots.containsKey(script.name())) {
        add(script, running, now);
      }
    }
  }

  private static boolean asksTheSame(ScriptConfig before, ScriptConfig after) {
    return before.command().equals(after.command()) && before.probe().equals(after.probe());
  }

  private void add(ScriptConfig script, boolean running, Moment now) {
    ScriptTracker tracker =
        running ? ScriptTracker.presumedGood(script, now) : ScriptTracker.start(script, now);
    if (tracker.condition() == Condition.UP) {
      outbox.tell(new Note.ScriptPresumedGood(script.name()));
    }
    Slot slot = new Slot(tracker);
    slots.put(script.name(), slot);
    deadlines.update(slot);
  }

  private void drop(String name) {
    Slot slot = slots.remove(name);
    deadlines.remove(slot);
    if (slot.tracker.running().isPresent()) {
      outbox.add(new Output.KillScript(name, false));
    }
  }

  void stop() {
    Set.copyOf(slots.keySet()).stream().sorted().forEach(this::drop);
  }

  List<RouterSnapshot.Script> snapshot() {
    return slots.values().stream()
        .map(slot -> slot.tracker)
        .map(tracker ->
            new RouterSnapshot.Script(
                tracker.config(),
                tracker.known(),
                tracker.condition() == Condition.UP,
                tracker.position(),
                tracker.running().isPresent()))
        .toList();
  }
}
