package dev.vrrpd.netlink.process;

/** How a child ended. */
public sealed interface ChildEnd {
  /** By itself, exit(3). */
  record Exited(int code) implements ChildEnd {}

  /** By a signal, signal(7). */
  record Signalled(int signal) implements ChildEnd {}

  /**
   * It never ran, or nobody can say how it ended.
   *
   * @param call the call that failed: {@code posix_spawn}, {@code setresuid}, ...
   */
  record NotStarted(String call, int errno, String reason) implements ChildEnd {}
}
