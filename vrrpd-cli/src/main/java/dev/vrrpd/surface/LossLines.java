package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Note.Remedy;
import java.util.List;

/** What is said when somebody else removes something of ours: what, and what follows. */
final class LossLines {
  private LossLines() {}

  static List<String> address(Note.AddressLost n) {
    String address = n.address().address().toString();
    return List.of(
        "Netlink reflector reports IP %s removed from %s".formatted(address, n.link()),
        line(n.instance(), "address %s from %s".formatted(address, n.link()), n.remedy()));
  }

  static String routing(Note.RoutingLost n) {
    String what = RoutingLines.kind(n.entry()) + " " + n.entry().dumpText();
    return n.instance().isEmpty()
        ? "Restoring deleted static " + what
        : line(n.instance(), what, n.remedy());
  }

  static String link(Note.LinkLost n) {
    return line(n.instance(), "interface " + n.link(), n.remedy());
  }

  private static String line(String instance, String what, Remedy remedy) {
    return "(%s) somebody removed %s, %s".formatted(instance, what, words(remedy));
  }

  private static String words(Remedy remedy) {
    return switch (remedy) {
      case RESTORED -> "restoring it";
      case WAITS -> "restoring it later";
      case GAVE_WAY -> "giving way";
      case FAULTED -> "in FAULT until the next reload";
    };
  }
}
