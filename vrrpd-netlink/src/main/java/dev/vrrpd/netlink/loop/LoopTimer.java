package dev.vrrpd.netlink.loop;

/**
 * One alarm of the loop, re-armed at will. It rings on the loop's thread, at most once for each
 * {@link #arm}, never before its deadline.
 */
public interface LoopTimer extends AutoCloseable {
  /**
   * Replaces the deadline.
   *
   * @param deadline on the time line of {@link System#nanoTime}; a past one rings at once, {@link
   *     Long#MAX_VALUE} never
   */
  void arm(long deadline);

  void disarm();

  @Override
  void close();
}
