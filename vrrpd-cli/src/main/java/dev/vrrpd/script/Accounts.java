package dev.vrrpd.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Users and groups of this host, by name. */
public interface Accounts {
  /**
   * A user.
   *
   * @param gid primary group
   * @param groups all groups it is a member of, the primary one among them
   */
  record User(String name, int uid, int gid, List<Integer> groups) {
    public User {
      groups = List.copyOf(groups);
    }
  }

  /** By name, or by number as people also write it. */
  Optional<User> user(String name);

  OptionalInt group(String name);
}
