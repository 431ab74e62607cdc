package dev.vrrpd.daemon;

import dev.vrrpd.netlink.libc.Libc;

/** What is set for the process as a whole before anything else is made. */
final class ProcessState {
  private static final String NAMED_NAMESPACES = "/run/netns/";

  private ProcessState() {}

  /** The main thread's namespace is inherited by every thread made from here on. */
  static void prepare(DaemonOptions options) {
    options.umask().ifPresent(Libc::umask);
    options.namespace().ifPresent(ProcessState::enter);
  }

  private static void enter(String namespace) {
    int fd = Libc.check("open", Libc.open(NAMED_NAMESPACES + namespace), namespace);
    Libc.check("setns", Libc.setns(fd, Libc.CLONE_NEWNET), namespace);
    Libc.close(fd);
  }
}
