package dev.vrrpd.core.config;

import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;

/**
 * What is in the kernel as long as the daemon runs, whatever the state of anybody.
 *
 * @param addresses {@code static_ipaddress}, each with its device
 * @param routing {@code static_routes}, then {@code static_rules}
 */
public record StaticConfig(List<VirtualAddress> addresses, List<RoutingEntry> routing) {
  public static final StaticConfig NONE = new StaticConfig(List.of(), List.of());

  public StaticConfig {
    addresses = List.copyOf(addresses);
    routing = List.copyOf(routing);
  }
}
