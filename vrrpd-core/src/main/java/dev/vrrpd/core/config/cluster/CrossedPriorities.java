package dev.vrrpd.core.config.cluster;

import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;

/**
 * Sync groups of two nodes of which each wins one election and loses another: a group goes where
 * one of its members has to go, so both take turns for ever.
 */
final class CrossedPriorities {
  private final Diagnostics diagnostics;

  CrossedPriorities(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Two routers of one virtual router. */
  record Pair(Member first, Member other) {
    int lead() {
      return Integer.signum(first.basePriority() - other.basePriority());
    }

    private Optional<SyncGroupConfig> group() {
      return CrossedPriorities.group(first).filter(_ -> CrossedPriorities.group(other).isPresent());
    }

    private boolean together(Pair that) {
      return first.node().equals(that.first.node())
          && other.node().equals(that.other.node())
          && group().isPresent()
          && group().equals(that.group())
          && CrossedPriorities.group(other).equals(CrossedPriorities.group(that.other));
    }
  }

  private static Optional<SyncGroupConfig> group(Member member) {
    return member.config().syncGroups().stream()
        .filter(group -> group.members().contains(member.instance().name()))
        .findFirst();
  }

  /** Told once for each two groups. */
  void check(List<Pair> pairs) {
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean told = pairs.subList(0, i).stream().anyMatch(earlier -> crosses(earlier, pair));
      if (!told) {
        pairs.stream()
            .skip(i)
            .filter(later -> crosses(pair, later))
            .findFirst()
            .ifPresent(later -> report(pair, later));
      }
    }
  }

  private static boolean crosses(Pair pair, Pair that) {
    return pair.together(that) && pair.lead() * that.lead() < 0;
  }

  private void report(Pair pair, Pair crossing) {
    diagnostics.add(
        Diagnostic.of(
                Code.CLUSTER_CROSSED,
                crossing.other().place("priority"),
                "the group '%s' has %s for '%s', against %s of %s, and %s for '%s', against %s"
                    .formatted(
                        group(crossing.other()).orElseThrow().name(),
                        crossing.other().basePriority(),
                        crossing.other().instance().name(),
                        crossing.first().basePriority(),
                        crossing.first().node(),
                        pair.other().basePriority(),
                        pair.other().instance().name(),
                        pair.first().basePriority()))
            .help("one of the two nodes with the higher priority for all members"));
  }
}
