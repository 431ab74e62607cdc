package dev.vrrpd.core.protocol;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import java.util.Optional;

/**
 * What a virtual router was told and what it is worth at this moment.
 *
 * @param priority the effective one, after tracking; 255 for an owner whatever is tracked
 * @param primaryAddress source of its advertisements
 * @param grouped member of a sync group: becomes Active only with all the others
 */
public record Standing(
    VirtualRouterParameters parameters,
    Priority priority,
    Optional<IpAddress> primaryAddress,
    boolean grouped) {

  /**
   * The other's claim beats ours: greater priority, or the same and a greater address, compared
   * unsigned. RFC 9568 section 6.4.3.
   */
  @Implements({Rule.ACTIVE_YIELDS_TO_GREATER_PRIORITY, Rule.ACTIVE_YIELDS_TO_GREATER_ADDRESS})
  boolean yieldsTo(Priority theirs, IpAddress source) {
    int difference = theirs.compareTo(priority);
    return difference > 0
        || (difference == 0 && primaryAddress.map(ours -> ours.compareTo(source) < 0).orElse(true));
  }

  /** Preempt_Mode; an owner always preempts. RFC 9568 section 6.1. */
  @Implements(Rule.OWNER_ALWAYS_PREEMPTS)
  boolean preempts() {
    return parameters.preemptMode() || parameters.owner();
  }
}
