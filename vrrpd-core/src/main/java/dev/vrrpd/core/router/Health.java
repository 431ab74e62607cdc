package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.Standing;
import dev.vrrpd.core.track.Assessment;
import dev.vrrpd.core.track.Assessor;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance is able to do at the moment, by everything that it tracks: its effective
 * priority, its primary address, and what is wrong. Observes; what follows is the router's affair.
 */
final class Health {
  private final Surroundings around;
  private final Reporter reporter;
  private Standing standing;
  private Assessment assessment;
  private Set<Fault> own = Set.of();
  private Set<Fault> shared = Set.of();
  private boolean bereft;

  Health(InstanceConfig config, Surroundings around, Reporter reporter) {
    this.around = around;
    this.reporter = reporter;
    this.assessment = new Assessment(config.parameters().priority(), List.of(), Set.of());
    this.standing =
        new Standing(config.parameters(), config.parameters().priority(), Optional.empty(), false);
  }

  Standing standing() {
    return standing;
  }

  Priority priority() {
    return standing.priority();
  }

  Optional<IpAddress> primaryAddress() {
    return standing.primaryAddress();
  }

  Assessment assessment() {
    return assessment;
  }

  Set<Fault> ownFaults() {
    return own;
  }

  /** A link that is down carries no farewell; that it is down has been told already. */
  boolean linkIsDown() {
    return own.stream().anyMatch(Fault.LinkDown.class::isInstance);
  }

  /** Its own; those its sync group gives it too, unless one of its own is enough. */
  Set<Fault> faults() {
    if (!own.stream().allMatch(Fault::awaited)) {
      return own;
    }
    Set<Fault> all = new LinkedHashSet<>(own);
    all.addAll(shared);
    return all;
  }

  void share(Set<Fault> faults) {
    shared = faults;
  }

  /** {@code on_vip_loss fault} has come true; only a reload ends it. */
  void bereave() {
    bereft = true;
  }

  boolean bereft() {
    return bereft;
  }

  void consoled() {
    bereft = false;
  }

  /**
   * Takes in what is there now, and tells what is new.
   *
   * @param beingMade its own links are about to come back
   * @return whether {@link #ownFaults} are others than before
   */
  boolean look(InstanceConfig config, Optional<SyncGroup> group, boolean beingMade) {
    Set<Fault> faultsBefore = own;
    Priority priorityBefore = priority();
    observe(config, group, beingMade);
    boolean faultsChanged = !own.equals(faultsBefore);
    if (faultsChanged) {
      reporter.fileFaults(faultsBefore, own);
    }
    if (!priority().equals(priorityBefore)) {
      reporter.priorityChanged(priorityBefore, config.parameters().priority(), assessment);
    }
    return faultsChanged;
  }

  private void observe(InstanceConfig config, Optional<SyncGroup> group, boolean beingMade) {
    assessment =
        Assessor.assess(
            config,
            group.map(SyncGroup::config),
            group.map(SyncGroup::hasOwner).orElse(false),
            around.observed());
    standing =
        new Standing(
            config.parameters(),
            assessment.priority(),
            around.links().source(config),
            group.isPresent());
    Set<Fault> faults = new LinkedHashSet<>(around.links().faults(config, beingMade));
    faults.addAll(assessment.faults());
    if (bereft) {
      faults.add(new Fault.TakenAway());
    }
    own = faults;
  }
}
