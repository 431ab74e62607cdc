package dev.vrrpd.netlink.loop;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import java.util.ArrayList;
import java.util.List;

/** Carries a {@link Scheduling} out on the calling thread; see sched(7). */
final class ThreadScheduler {
  private static final int RLIMIT_RTTIME = 15;

  private final List<SchedulingReport.Refusal> refusals = new ArrayList<>();

  private ThreadScheduler() {}

  static SchedulingReport apply(Scheduling wanted) {
    ThreadScheduler scheduler = new ThreadScheduler();
    scheduler.note("prctl", Libc.setTimerSlack(1));
    wanted
        .realTimeLimitMicros()
        .ifPresent(limit -> scheduler.note("setrlimit", Libc.setSoftLimit(RLIMIT_RTTIME, limit)));
    wanted.realTimePriority().ifPresent(scheduler::roundRobin);
    if (wanted.lockMemory()) {
      scheduler.note("mlockall", Libc.lockMemory());
    }
    return new SchedulingReport(wanted, scheduler.refusals);
  }

  private void roundRobin(int priority) {
    int granted = Libc.setRoundRobin(0, priority);
    note("sched_setscheduler", granted);
    if (granted >= 0) {
      VirtualMachineThread.id()
          .ifPresent(thread -> note("sched_setscheduler", Libc.setRoundRobin(thread, priority)));
    }
  }

  private void note(String what, int result) {
    if (result < 0) {
      refusals.add(new SchedulingReport.Refusal(what, -result, Errno.message(-result)));
    }
  }
}
