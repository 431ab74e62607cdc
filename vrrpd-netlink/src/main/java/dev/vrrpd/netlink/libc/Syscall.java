package dev.vrrpd.netlink.libc;

/** Numbers of syscalls(2) that the C library offers not at all, or only for all threads at once. */
enum Syscall {
  SETGROUPS(116, 159),
  SETRESUID(117, 147),
  SETRESGID(119, 149),
  GETPRIORITY(140, 141),
  SETPRIORITY(141, 140),
  SCHED_SETSCHEDULER(144, 119),
  SCHED_SETAFFINITY(203, 122),
  SCHED_GETAFFINITY(204, 123),
  PIDFD_OPEN(434, 434);

  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

  private final int x86;
  private final int arm;

  Syscall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  /** On this machine: x86_64, or the table that aarch64 shares with all later architectures. */
  int number() {
    return ARM ? arm : x86;
  }
}
