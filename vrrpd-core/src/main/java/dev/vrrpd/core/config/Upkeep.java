package dev.vrrpd.core.config;

import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;

/**
 * What an instance keeps in the kernel beside its addresses, and how.
 *
 * @param routing {@code virtual_routes}, then {@code virtual_rules}, in order
 * @param onLoss {@code on_vip_loss}
 * @param promotesSecondaries {@code promote_secondaries}
 */
public record Upkeep(List<RoutingEntry> routing, LossPolicy onLoss, boolean promotesSecondaries) {
  /** Addresses only. */
  public static final Upkeep STANDARD = new Upkeep(List.of(), LossPolicy.RESTORE, false);

  public Upkeep {
    routing = List.copyOf(routing);
  }
}
