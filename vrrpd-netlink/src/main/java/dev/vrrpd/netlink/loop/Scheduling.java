package dev.vrrpd.netlink.loop;

import java.util.OptionalInt;

/**
 * How the loop's thread wishes to be scheduled.
 *
 * @param realTimePriority SCHED_RR priority, 1 to 99 ({@code vrrp_rt_priority}); empty: the normal
 *     class
 * @param realTimeLimitMicros microseconds of RLIMIT_RTTIME ({@code vrrp_rlimit_rttime}); empty: as
 *     inherited
 * @param lockMemory mlockall(2), each page from its first use ({@code vrrp_no_swap})
 */
public record Scheduling(
    OptionalInt realTimePriority, OptionalInt realTimeLimitMicros, boolean lockMemory) {
  /** Nothing but the finest timer slack. */
  public static final Scheduling NORMAL =
      new Scheduling(OptionalInt.empty(), OptionalInt.empty(), false);
}
