package dev.vrrpd.daemon;

import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.netlink.libc.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is set for the process as a whole before anything else is made. On the main thread: its
 * network namespace is inherited by every thread made from here on, and by theirs. The JVM's own
 * threads stay where they were; they touch no network.
 */
public final class ProcessState {
  private static final String NAMED_NAMESPACES = "/run/netns/";

  /** {@code umask}; keepalived(8). */
  private static final int PRIVATE_FILES = 0177;

  /** Without its zero at the end: TASK_COMM_LEN of the kernel. */
  private static final int LONGEST_NAME = 15;

  private ProcessState() {}

  static void prepare(DaemonOptions options) {
    options.umask().ifPresent(Libc::umask);
    options.namespace().ifPresent(ProcessState::enter);
  }

  /**
   * What the configuration says, where the command line said nothing.
   *
   * @param program its name unless it is configured
   */
  static void settle(DaemonOptions options, ProcessConfig config, String program) {
    if (options.umask().isEmpty()) {
      int _ = Libc.umask(config.umask().orElse(PRIVATE_FILES));
    }
    String name = config.name().orElse(program);
    try {
      Files.writeString(
          Path.of("/proc/self/comm"), name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    } catch (IOException _) {
      // Then ps(1) says java.
    }
  }

  /**
   * Joins a namespace of ip-netns(8); {@link dev.vrrpd.netlink.libc.LibcException} if it cannot.
   */
  public static void enter(String namespace) {
    int fd = Libc.check("open", Libc.open(NAMED_NAMESPACES + namespace), namespace);
    Libc.check("setns", Libc.setns(fd, Libc.CLONE_NEWNET), namespace);
    Libc.close(fd);
  }
}
