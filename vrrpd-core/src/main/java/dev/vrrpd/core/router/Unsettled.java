package dev.vrrpd.core.router;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sync groups of which a member has moved in this turn. They alone are settled at its end: with a
 * thousand groups an advertisement costs what it costs with one.
 */
final class Unsettled {
  private final List<SyncGroup> groups = new ArrayList<>();

  void add(SyncGroup group) {
    groups.add(group);
  }

  /** Those that are in {@code roster}, in its order; the next turn begins without any. */
  List<SyncGroup> take(Roster roster) {
    if (groups.isEmpty()) {
      return Collections.emptyList();
    }
    List<SyncGroup> taken = roster.inOrder(groups);
    groups.clear();
    return taken;
  }
}
