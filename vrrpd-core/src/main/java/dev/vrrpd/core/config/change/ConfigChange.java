package dev.vrrpd.core.config.change;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.dump.ConfigText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One step from one configuration to another; what is not named is not touched. Blocks are compared
 * as {@link ConfigText} writes them, so that nothing written there can be forgotten here.
 */
public sealed interface ConfigChange {
  /** The block as it is written, {@code vrrp_instance VI_1}; empty for what stands in none. */
  String block();

  record Removed(String block) implements ConfigChange {
    @Override
    public String toString() {
      return "- " + block + (isInstance(block) ? ": resigns, its addresses go" : "");
    }
  }

  record Added(String block) implements ConfigChange {
    @Override
    public String toString() {
      return "+ " + block + (isInstance(block) ? ": begins" : "");
    }
  }

  /**
   * A block with other lines.
   *
   * @param restarts another virtual router by the same name: it resigns and begins anew
   * @param before lines that go, passwords masked
   * @param after lines that come
   */
  record Changed(String block, boolean restarts, List<String> before, List<String> after)
      implements ConfigChange {
    public Changed {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @Override
    public String toString() {
      String what =
          restarts
              ? ": resigns and begins anew"
              : isInstance(block) ? ": goes on, changed in place" : "";
      return "~ "
          + (block.isEmpty() ? "outside of blocks" : block)
          + what
          + listed("-", before)
          + listed("+", after);
    }
  }

  private static boolean isInstance(String block) {
    return block.startsWith("vrrp_instance ");
  }

  private static String listed(String sign, List<String> lines) {
    return lines.stream().map(line -> "\n    " + sign + " " + line).collect(Collectors.joining());
  }

  /**
   * What leads from {@code before} to {@code after}: removals first, then additions, then changes.
   */
  static List<ConfigChange> between(DaemonConfig before, DaemonConfig after) {
    Map<String, List<String>> old = ConfigText.lines(before, true);
    Map<String, List<String>> young = ConfigText.lines(after, true);
    List<ConfigChange> changes = new ArrayList<>();
    old.keySet().stream()
        .filter(block -> !young.containsKey(block))
        .map(Removed::new)
        .forEach(changes::add);
    young.keySet().stream()
        .filter(block -> !old.containsKey(block))
        .map(Added::new)
        .forEach(changes::add);
    Changes both = new Changes(before, after);
    old.keySet().stream()
        .filter(block -> young.containsKey(block) && !old.get(block).equals(young.get(block)))
        .map(both::of)
        .forEach(changes::add);
    return List.copyOf(changes);
  }
}
