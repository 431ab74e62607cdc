package dev.vrrpd.core.config.change;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.dump.ConfigText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Blocks that both of two configurations have, and how they differ. */
final class Changes {
  private final Side before;
  private final Side after;

  Changes(DaemonConfig before, DaemonConfig after) {
    this.before = Side.of(before);
    this.after = Side.of(after);
  }

  /** A configuration as text: to compare, and to show. */
  private record Side(
      Map<String, List<String>> exact,
      Map<String, List<String>> shown,
      Map<String, InstanceConfig> instances) {
    static Side of(DaemonConfig config) {
      return new Side(
          ConfigText.lines(config, true),
          ConfigText.lines(config, false),
          config.instances().stream().collect(Collectors.toMap(ConfigText::header, i -> i)));
    }

    /** Lines of the block that {@code other} has not. */
    List<String> without(Side other, String block) {
      List<String> own = exact.get(block);
      List<String> theirs = new ArrayList<>(other.exact.get(block));
      List<String> surplus = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        if (!theirs.remove(own.get(i))) {
          surplus.add(shown.get(block).get(i));
        }
      }
      return surplus;
    }
  }

  ConfigChange.Changed of(String block) {
    List<String> gone = before.without(after, block);
    List<String> come = after.without(before, block);
    boolean sameLines = gone.isEmpty() && come.isEmpty();
    return new ConfigChange.Changed(
        block,
        restarts(block),
        sameLines ? moved(before, after, block) : gone,
        sameLines ? moved(after, before, block) : come);
  }

  /** Those lines of a block that stand elsewhere on the other side. */
  private static List<String> moved(Side here, Side there, String block) {
    List<String> moved = new ArrayList<>();
    for (int i = 0; i < here.exact.get(block).size(); i++) {
      if (!here.exact.get(block).get(i).equals(there.exact.get(block).get(i))) {
        moved.add(here.shown.get(block).get(i));
      }
    }
    return moved;
  }

  private boolean restarts(String block) {
    InstanceConfig old = before.instances.get(block);
    return old != null && !old.sameRouterAs(after.instances.get(block));
  }
}
