package dev.vrrpd.core.config;

import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;

/**
 * What an instance keeps in the kernel beside its addresses, and how.
 *
 * @param routing {@code virtual_routes}, then {@code virtual_rules}, in order
 */
public record Upkeep(List<RoutingEntry> routing) {
  /** Addresses only. */
  public static final Upkeep STANDARD = new Upkeep(List.of());

  public Upkeep {
    routing = List.copyOf(routing);
  }
}
