package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.ArrayList;
import java.util.List;

/** What is said of routes and rules, those of instances and static ones. */
final class RoutingLines {
  private RoutingLines() {}

  /** In the order in which it happens: routes come first, and go last. */
  static List<String> set(Note.RoutingSet n) {
    List<String> lines = new ArrayList<>();
    if (n.entries().stream().anyMatch(Route.class::isInstance)) {
      lines.add(line(n, "Routes"));
    }
    if (!n.entries().stream().allMatch(Route.class::isInstance)) {
      lines.add(line(n, "Rules"));
    }
    return n.set() ? lines : lines.reversed();
  }

  private static String line(Note.RoutingSet n, String what) {
    String verb = n.set() ? "setting" : "removing";
    return n.instance().isEmpty()
        ? "%s static %s".formatted(verb, what)
        : "(%s) %s Virtual %s".formatted(n.instance(), verb, what);
  }

  static String restored(Note.StaticAddressRestored n) {
    return "Restoring deleted static address %s dev %s"
        .formatted(n.address().addressText(), n.address().device().orElseThrow());
  }

  static String refused(Note.RoutingRefused n) {
    String text =
        "Netlink: error: %s(%d), %s %s %s"
            .formatted(
                n.message(),
                n.errno(),
                n.added() ? "add" : "remove",
                kind(n.entry()),
                n.entry().dumpText());
    return n.instance().isEmpty() ? text : "(%s) %s".formatted(n.instance(), text);
  }

  static String kind(RoutingEntry entry) {
    return entry instanceof Route ? "route" : "rule";
  }
}
