package dev.vrrpd.netlink.loop;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.util.ArrayList;
import java.util.List;

/** Carries a {@link Scheduling} out on the calling thread; see sched(7). */
final class ThreadScheduler {
  private static final int RLIMIT_RTTIME = 15;
  private static final int ESRCH = 3;

  private final List<SchedulingReport.Refusal> refusals = new ArrayList<>();

  private ThreadScheduler() {}

  static SchedulingReport apply(Scheduling wanted) {
    ThreadScheduler scheduler = new ThreadScheduler();
    scheduler.note("prctl", Libc.setTimerSlack(1));
    wanted
        .realTimeLimitMicros()
        .ifPresent(limit -> scheduler.note("setrlimit", Libc.setSoftLimit(RLIMIT_RTTIME, limit)));
    wanted.nice().ifPresent(scheduler::nice);
    if (!wanted.processors().isEmpty()) {
      scheduler.note("sched_setaffinity", Libc.setAffinity(mask(wanted.processors())));
    }
    wanted.realTimePriority().ifPresent(scheduler::roundRobin);
    if (wanted.lockMemory()) {
      scheduler.note("mlockall", Libc.lockMemory());
    }
    return new SchedulingReport(wanted, scheduler.refusals);
  }

  /** Threads to come inherit it from those that are there. */
  private void nice(int nice) {
    int worst = 0;
    for (int thread : Threads.ids()) {
      int result = Libc.setNice(thread, nice);
      worst = result == -ESRCH ? worst : Math.min(worst, result); // one may just have ended
    }
    note("setpriority", worst);
  }

  private static NativeMemory mask(List<Integer> processors) {
    NativeMemory mask = NativeMemory.allocate(Libc.PROCESSOR_MASK);
    for (int processor : processors) {
      int at = processor / Long.SIZE * Long.BYTES;
      mask.octets().putLong(at, mask.octets().getLong(at) | 1L << processor);
    }
    return mask;
  }

  private void roundRobin(int priority) {
    int granted = Libc.setRoundRobin(0, priority);
    note("sched_setscheduler", granted);
    if (granted >= 0) {
      Threads.virtualMachine()
          .ifPresent(thread -> note("sched_setscheduler", Libc.setRoundRobin(thread, priority)));
    }
  }

  private void note(String what, int result) {
    if (result < 0) {
      refusals.add(new SchedulingReport.Refusal(what, -result, Errno.message(-result)));
    }
  }
}
