package dev.vrrpd.netlink.loop;

import java.util.List;

/** What became of a {@link Scheduling}: each wish that was not granted, with its reason. */
public record SchedulingReport(Scheduling wanted, List<Refusal> refusals) {
  /**
   * A wish that was not granted.
   *
   * @param what the call, such as {@code sched_setscheduler}
   * @param reason the C library's text
   */
  public record Refusal(String what, int errno, String reason) {}

  public SchedulingReport {
    refusals = List.copyOf(refusals);
  }

  public boolean granted() {
    return refusals.isEmpty();
  }
}
