package dev.vrrpd.core.router;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.track.ProcessTracker;
import dev.vrrpd.core.value.Moment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The tracked processes in use: wakes their trackers when a delay is over. */
final class Processes {
  private final Outbox outbox;
  private final Deadlines deadlines;

  /** Told the name of a process whose condition has changed. */
  private final BiConsumer<String, Moment> changed;

  private final Map<String, Slot> slots = new LinkedHashMap<>();

  Processes(Outbox outbox, Deadlines deadlines, BiConsumer<String, Moment> changed) {
    this.outbox = outbox;
    this.deadlines = deadlines;
    this.changed = changed;
  }

  private final class Slot extends Timed {
    private ProcessTracker tracker;

    Slot(ProcessTracker tracker) {
      this.tracker = tracker;
    }

    @Override
    Moment deadline() {
      return tracker.due();
    }

    @Override
    void tick(Moment now) {
      accept(tracker.tick(now), now);
    }

    void accept(ProcessTracker next, Moment now) {
      ProcessTracker before = tracker;
      tracker = next;
      deadlines.update(this);
      if (before.condition() != next.condition()) {
        if (before.condition() != Condition.PENDING) {
          outbox.tell(
              new Note.ProcessQuorumChanged(
                  next.config().name(),
                  before.count(),
                  next.count(),
                  next.condition() == Condition.UP));
        }
        changed.accept(next.config().name(), now);
      }
    }
  }

  void counted(String name, int count, Moment now) {
    Slot slot = slots.get(name);
    if (slot != null) {
      slot.accept(slot.tracker.counted(count, now), now);
    }
  }

  /** One that is not known counts as nothing. */
  Condition condition(String name) {
    Slot slot = slots.get(name);
    return slot == null ? Condition.ABSENT : slot.tracker.condition();
  }

  /** Takes over another set; one by the same name and command keeps its number. */
  void reconfigure(Collection<ProcessCountConfig> configs, boolean running, Moment now) {
    Map<String, Slot> before = new LinkedHashMap<>(slots);
    slots.clear();
    for (ProcessCountConfig config : configs) {
      Slot slot = before.get(config.name());
      if (slot != null && sameProcesses(slot.tracker.config(), config)) {
        before.remove(config.name());
        slot.tracker = slot.tracker.reconfigured(config, now);
      } else {
        slot =
            new Slot(running ? ProcessTracker.presumedGood(config) : ProcessTracker.start(config));
      }
      slots.put(config.name(), slot);
      deadlines.update(slot);
    }
    before.values().forEach(deadlines::remove);
  }

  private static boolean sameProcesses(ProcessCountConfig a, ProcessCountConfig b) {
    return a.command().equals(b.command()) && a.match() == b.match();
  }

  List<ProcessTracker> snapshot() {
    return slots.values().stream().map(slot -> slot.tracker).toList();
  }
}
