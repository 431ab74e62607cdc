package dev.vrrpd.netlink.loop;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How the loop's thread wishes to be scheduled.
 *
 * @param realTimePriority SCHED_RR priority, 1 to 99 ({@code vrrp_rt_priority}); empty: the normal
 *     class
 * @param realTimeLimitMicros microseconds of RLIMIT_RTTIME ({@code vrrp_rlimit_rttime}); empty: as
 *     inherited
 * @param lockMemory mlockall(2), each page from its first use ({@code vrrp_no_swap})
 * @param nice of every thread that the process has by then ({@code vrrp_priority})
 * @param processors that the loop's thread may run on ({@code vrrp_cpu_affinity}); empty: as
 *     inherited
 */
public record Scheduling(
    OptionalInt realTimePriority,
    OptionalLong realTimeLimitMicros,
    boolean lockMemory,
    OptionalInt nice,
    List<Integer> processors) {
  /** Nothing but the finest timer slack. */
  public static final Scheduling NORMAL =
      new Scheduling(
          OptionalInt.empty(), OptionalLong.empty(), false, OptionalInt.empty(), List.of());

  public Scheduling {
    processors = List.copyOf(processors);
  }
}
