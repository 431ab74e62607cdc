package dev.vrrpd.netlink.loop;

/** A descriptor's place on the loop. */
public interface Registration extends AutoCloseable {
  /**
   * Leaves the loop; must come before the descriptor is closed, which it does not do. Idempotent.
   */
  @Override
  void close();
}
