package dev.vrrpd.core.track;

import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Priority;
import java.util.List;
import java.util.Set;

/**
 * What all trackers together make of a virtual router.
 *
 * @param priority the effective one: base and contributions, limited to 1 to 254; an owner's stays
 *     255
 * @param contributions what the effective priority is made of, beside the base
 */
public record Assessment(Priority priority, List<Contribution> contributions, Set<Fault> faults) {
  public Assessment {
    contributions = List.copyOf(contributions);
    faults = Set.copyOf(faults);
  }

  @Implements(Rule.PRIORITY_OF_OTHERS)
  static Assessment of(Priority base, List<Contribution> contributions, Set<Fault> faults) {
    if (base.equals(Priority.OWNER)) {
      return new Assessment(base, List.of(), faults);
    }
    long total = base.value();
    for (Contribution contribution : contributions) {
      total += contribution.amount();
    }
    return new Assessment(Priority.clamped(total), contributions, faults);
  }
}
