package dev.vrrpd.surface.dump;

import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;

/** Routes and rules in dumps, as keepalived writes them. */
final class RoutingTexts {
  private RoutingTexts() {}

  static List<String> routes(List<RoutingEntry> entries) {
    return entries.stream().filter(Route.class::isInstance).map(RoutingEntry::dumpText).toList();
  }

  static List<String> rules(List<RoutingEntry> entries) {
    return entries.stream()
        .filter(entry -> !(entry instanceof Route))
        .map(RoutingEntry::dumpText)
        .toList();
  }
}
