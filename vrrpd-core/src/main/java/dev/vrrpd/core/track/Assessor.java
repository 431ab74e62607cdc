package dev.vrrpd.core.track;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.value.InterfaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Effective priority and faults as one function of everything tracked by an instance and its sync
 * group. Weight 0 makes a failure a fault; any other weight is added to the priority: a positive
 * one while the object is up, a negative one while it is down, {@code reverse} the other way round
 * and with the other sign.
 *
 * <p>In a sync group without {@code sync_group_tracking_weight} weighted scripts, BFD sessions and
 * files are dropped and weighted links become weight 0, since a group with different priorities
 * would be torn apart; processes keep theirs, as in keepalived.
 */
public final class Assessor {
  /** What moves any priority to its end: a file that says so is a fault. */
  private static final int LIMIT = 254;

  private final InstanceConfig instance;
  private final Optional<SyncGroupConfig> group;
  private final boolean groupHasOwner;
  private final Observed observed;
  private final List<Contribution> contributions = new ArrayList<>();
  private final Set<Fault> faults = new LinkedHashSet<>();

  private Assessor(
      InstanceConfig instance,
      Optional<SyncGroupConfig> group,
      boolean groupHasOwner,
      Observed observed) {
    this.instance = instance;
    this.group = group;
    this.groupHasOwner = groupHasOwner;
    this.observed = observed;
  }

  /**
   * What {@code observed} means for {@code instance}.
   *
   * @param groupHasOwner a member of the group has base priority 255, which no weight may move
   */
  public static Assessment assess(
      InstanceConfig instance,
      Optional<SyncGroupConfig> group,
      boolean groupHasOwner,
      Observed observed) {
    return new Assessor(instance, group, groupHasOwner, observed).assess();
  }

  private Assessment assess() {
    scripts()
        .forEach(tracked ->
            judge(
                tracked,
                observed.script(tracked.name()),
                Fault.ScriptFailed::new,
                Fault.ScriptPending::new));
    links().forEach(this::link);
    merged(TrackedObjects::files).stream()
        .map(tracked -> dropsWeights() && tracked.weight() == 1 ? unweighted(tracked) : tracked)
        .filter(this::counts)
        .forEach(this::file);
    merged(TrackedObjects::processes)
        .forEach(tracked ->
            judge(
                tracked,
                observed.process(tracked.name()),
                Fault.ProcessFault::new,
                Fault.TrackerPending::new));
    merged(TrackedObjects::sessions).stream()
        .filter(this::counts)
        .forEach(tracked ->
            judge(
                tracked,
                observed.session(tracked.name()),
                Fault.SessionDown::new,
                Fault.TrackerPending::new));
    return Assessment.of(instance.parameters().priority(), contributions, faults);
  }

  /** The group's entry replaces the member's for the same object unless the member's weighs 0. */
  private List<Tracked> merged(Function<TrackedObjects, List<Tracked>> list) {
    List<Tracked> own = list.apply(instance.tracked());
    if (group.isEmpty()) {
      return own;
    }
    Map<String, Tracked> merged = new LinkedHashMap<>();
    List<Tracked> shared = list.apply(group.get().tracked());
    own.forEach(tracked -> merged.put(tracked.name(), tracked));
    for (Tracked tracked : shared) {
      Tracked known = merged.get(tracked.name());
      if (known == null || known.weight() != 0) {
        merged.put(tracked.name(), groupHasOwner ? unweighted(tracked) : tracked);
      }
    }
    return List.copyOf(merged.values());
  }

  private static Tracked unweighted(Tracked tracked) {
    return new Tracked(tracked.name(), 0, tracked.reverse());
  }

  private boolean dropsWeights() {
    return group.isPresent() && !group.get().keepsWeights();
  }

  private boolean counts(Tracked tracked) {
    return tracked.weight() == 0 || !dropsWeights();
  }

  private List<Tracked> scripts() {
    return merged(TrackedObjects::scripts).stream().filter(this::counts).toList();
  }

  private List<Tracked> links() {
    return merged(TrackedObjects::links).stream()
        .map(tracked -> dropsWeights() ? unweighted(tracked) : tracked)
        .toList();
  }

  /** What is not known, or not there, counts as nothing; what is awaited, only if it can fail. */
  private void judge(
      Tracked tracked,
      Condition condition,
      Function<String, Fault> failed,
      Function<String, Fault> pending) {
    switch (condition) {
      case ABSENT -> {}
      case PENDING -> {
        if (tracked.weight() == 0) {
          faults.add(pending.apply(tracked.name()));
        }
      }
      case UP, DOWN -> {
        boolean up = condition == Condition.UP;
        if (tracked.weight() != 0) {
          weigh(tracked, up);
        } else if (up == tracked.reverse()) {
          faults.add(failed.apply(tracked.name()));
        }
      }
    }
  }

  /** The number times the weight; without a weight any number but 0 is a fault. */
  private void file(Tracked tracked) {
    FileReading reading = observed.file(tracked.name());
    if (reading.condition() != Condition.UP) {
      judge(tracked, reading.condition(), Fault.FileFault::new, Fault.TrackerPending::new);
      return;
    }
    long amount = (long) reading.number() * signed(tracked);
    boolean fault =
        tracked.weight() == 0 ? (reading.number() != 0) != tracked.reverse() : amount <= -LIMIT;
    if (fault) {
      faults.add(new Fault.FileFault(tracked.name()));
    } else if (amount != 0) {
      contributions.add(new Contribution(tracked.name(), (int) Math.min(amount, LIMIT - 1)));
    }
  }

  private void link(Tracked tracked) {
    InterfaceName name = new InterfaceName(tracked.name());
    Condition condition = observed.link(name);
    boolean up = condition == Condition.UP;
    if (tracked.weight() != 0) {
      weigh(tracked, up);
    } else if (up && tracked.reverse()) {
      faults.add(new Fault.LinkUp(name));
    } else if (!up && !tracked.reverse()) {
      faults.add(
          condition == Condition.ABSENT ? new Fault.LinkAbsent(name) : new Fault.LinkDown(name));
    }
  }

  private static int signed(Tracked tracked) {
    return tracked.reverse() ? -tracked.weight() : tracked.weight();
  }

  private void weigh(Tracked tracked, boolean up) {
    boolean counts = tracked.weight() > 0 ? up : !up;
    if (counts) {
      contributions.add(new Contribution(tracked.name(), signed(tracked)));
    }
  }
}
