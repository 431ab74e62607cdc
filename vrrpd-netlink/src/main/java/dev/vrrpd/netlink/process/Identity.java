package dev.vrrpd.netlink.process;

import java.util.List;

/** Who a child runs as. */
public sealed interface Identity {
  /** As the daemon itself. */
  enum Own implements Identity {
    OWN
  }

  /** As somebody else, with exactly these groups: credentials(7). */
  record User(int uid, int gid, List<Integer> supplementaryGroups) implements Identity {
    public User {
      supplementaryGroups = List.copyOf(supplementaryGroups);
    }
  }
}
