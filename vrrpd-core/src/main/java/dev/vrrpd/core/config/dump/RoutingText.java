package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;

/** {@code virtual_routes}, {@code virtual_rules} and their static kin, names as numbers. */
final class RoutingText {
  private RoutingText() {}

  /** {@code kind}: {@code virtual} or {@code static}. */
  static void write(String kind, List<RoutingEntry> entries, Blocks out) {
    list(kind + "_routes", entries.stream().filter(Route.class::isInstance).toList(), out);
    list(kind + "_rules", entries.stream().filter(e -> !(e instanceof Route)).toList(), out);
  }

  private static void list(String keyword, List<RoutingEntry> entries, Blocks out) {
    if (!entries.isEmpty()) {
      out.open(keyword);
      entries.forEach(entry -> out.word(entry.toString()));
      out.close();
    }
  }
}
