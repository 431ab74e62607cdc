package dev.vrrpd.core.sim;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A node as it is now, in a few words each, for transcripts. */
final class SnapshotText {
  private SnapshotText() {}

  /** Each instance, group and script of a node as it is now. */
  static List<String> status(Node node) {
    if (!node.alive()) {
      return List.of(node.name() + " is down");
    }
    List<String> lines = new ArrayList<>();
    RouterSnapshot snapshot = node.snapshot();
    for (RouterSnapshot.Instance instance : snapshot.instances()) {
      lines.add(node.name() + " " + status(instance));
    }
    for (RouterSnapshot.Group group : snapshot.groups()) {
      lines.add("%s group %s is %s".formatted(node.name(), group.name(), group.role()));
    }
    for (RouterSnapshot.Script script : snapshot.scripts()) {
      lines.add(
          "%s script %s is %s at %d%s"
              .formatted(
                  node.name(),
                  script.config().name(),
                  script.known() ? script.up() ? "up" : "down" : "unknown",
                  script.position(),
                  script.running() ? ", running" : ""));
    }
    return lines;
  }

  private static String status(RouterSnapshot.Instance instance) {
    String active =
        instance
            .activeRouter()
            .map(router ->
                " under %s %s every %s"
                    .formatted(router.address(), router.priority(), router.interval()))
            .orElse("");
    return "%s is %s at %s%s%s%s%s"
        .formatted(
            instance.config().name(),
            instance.role(),
            instance.effectivePriority(),
            instance.contributions().isEmpty() ? "" : " " + instance.contributions(),
            active,
            instance.addressesInstalled() ? ", addresses installed" : "",
            instance.refusedAddresses().isEmpty()
                ? ""
                : ", refused " + instance.refusedAddresses());
  }

  /** What an instance of a node has counted. */
  static List<String> counters(Node node, String name) {
    return node.snapshot().instances().stream()
        .filter(instance -> instance.config().name().equals(name))
        .map(instance -> "%s %s %s".formatted(node.name(), name, counts(instance.counters())))
        .toList();
  }

  private static String counts(Map<Counter, Long> counters) {
    return counters.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(SnapshotText::count)
        .collect(Collectors.joining(" "));
  }

  private static String count(Map.Entry<Counter, Long> entry) {
    return entry.getKey() + "=" + entry.getValue();
  }
}
