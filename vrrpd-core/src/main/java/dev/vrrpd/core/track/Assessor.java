package dev.vrrpd.core.track;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.value.InterfaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Effective priority and faults as one function of everything tracked by an instance and its sync
 * group. Weight 0 makes a failure a fault; any other weight is added to the priority: a positive
 * one while the object is up, a negative one while it is down, {@code reverse} the other way round
 * and with the other sign.
 *
 * <p>In a sync group without {@code sync_group_tracking_weight} weighted scripts are dropped and
 * weighted links become weight 0, since a group with different priorities would be torn apart.
 */
public final class Assessor {
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
    scripts().forEach(this::script);
    links().forEach(this::link);
    return Assessment.of(instance.parameters().priority(), contributions, faults);
  }

  /** The group's entry replaces the member's for the same object unless the member's weighs 0. */
  private List<Tracked> merged(List<Tracked> own, List<Tracked> shared) {
    Map<String, Tracked> merged = new LinkedHashMap<>();
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

  private List<Tracked> scripts() {
    return merged(
            instance.trackedScripts(), group.map(SyncGroupConfig::trackedScripts).orElse(List.of()))
        .stream()
        .filter(tracked -> tracked.weight() == 0 || !dropsWeights())
        .toList();
  }

  private List<Tracked> links() {
    return merged(
            instance.trackedLinks(), group.map(SyncGroupConfig::trackedLinks).orElse(List.of()))
        .stream()
        .map(tracked -> dropsWeights() ? unweighted(tracked) : tracked)
        .toList();
  }

  private void script(Tracked tracked) {
    Condition condition = observed.script(tracked.name());
    if (condition == Condition.PENDING) {
      if (tracked.weight() == 0) {
        faults.add(new Fault.ScriptPending(tracked.name()));
      }
      return;
    }
    boolean up = condition == Condition.UP;
    if (tracked.weight() != 0) {
      weigh(tracked, up);
    } else if (up == tracked.reverse()) {
      faults.add(new Fault.ScriptFailed(tracked.name()));
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

  private void weigh(Tracked tracked, boolean up) {
    boolean counts = tracked.weight() > 0 ? up : !up;
    if (counts) {
      contributions.add(
          new Contribution(
              tracked.name(), tracked.reverse() ? -tracked.weight() : tracked.weight()));
    }
  }
}
