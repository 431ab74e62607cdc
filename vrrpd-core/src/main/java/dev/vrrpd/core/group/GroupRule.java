package dev.vrrpd.core.group;

import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.protocol.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What binds the members of a {@code vrrp_sync_group}. Faults of one are faults of all; one that is
 * not Active keeps or takes the others out of Active; they become Active only when the timers of
 * all have fired, and then all at once.
 */
public final class GroupRule {
  private GroupRule() {}

  /** What the group has to do to be of one mind. */
  public enum Verdict {
    STAY,
    /** All members become Active. */
    ACTIVATE,
    /** Those that are Active become Backup. */
    YIELD
  }

  /** The faults a member without any of its own gets from the others. */
  public static Set<Fault> shared(String group, List<Set<Fault>> ownFaults) {
    Set<Fault> shared = new LinkedHashSet<>();
    for (Set<Fault> faults : ownFaults) {
      for (Fault fault : faults) {
        shared.add(fault.awaited() ? fault : new Fault.GroupFault(group));
      }
    }
    return shared;
  }

  /** What makes members in these states be of one mind again. */
  public static Verdict verdict(List<State> states) {
    int active = 0;
    int ready = 0;
    for (State state : states) {
      switch (state) {
        case State.Active _ -> active++;
        case State.Backup backup when backup.expired() -> ready++;
        case State.Backup _, State.Initialize _ -> {}
      }
    }
    if (active > 0 && active < states.size()) {
      return Verdict.YIELD;
    }
    return active == 0 && ready == states.size() ? Verdict.ACTIVATE : Verdict.STAY;
  }
}
