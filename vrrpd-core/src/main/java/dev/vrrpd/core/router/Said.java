package dev.vrrpd.core.router;

import java.util.HashSet;
import java.util.Set;

/** What was told already and need not be told again until something changes. Bounded. */
final class Said {
  private static final int MOST = 64;

  /** What was told, and about whom. */
  private record Remark(Object what, Object whom) {}

  private final Set<Remark> remarks = new HashSet<>();

  /** True once for each pair. */
  boolean first(Object what, Object whom) {
    return remarks.size() < MOST && remarks.add(new Remark(what, whom));
  }

  void forget() {
    remarks.clear();
  }
}
