package dev.vrrpd.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Network, process, mount and host name namespaces of one machine, held by its first process. That
 * process reads a pipe of ours: when the pipe closes, be it by our death, it ends, and the kernel
 * ends everything else in here. {@code /run} is private, so that every machine has its own pid
 * files.
 */
final class Namespace implements AutoCloseable {
  /** While the shell waits for cat, it also reaps what daemons leave to process 1. */
  private static final String FIRST_PROCESS =
      """
      mount -t tmpfs tmpfs /run && mkdir /run/lab && mount --bind "$1" /run/lab || exit 1
      mount -t sysfs sysfs /sys && hostname "$0" && ip link set lo up || exit 1
      for file in default all; do echo 0 > /proc/sys/net/ipv6/conf/$file/accept_dad; done
      echo 0 > /proc/sys/net/ipv6/conf/default/accept_ra
      echo ready
      cat > /dev/null; exit 0
      """;

  /** Where programs in here find the files of this machine; every user may come here. */
  static final Path HOME = Path.of("/run/lab");

  private final Process holder;
  private final long first;

  Namespace(String hostname, Path files) {
    try {
      holder =
          new ProcessBuilder(
                  "unshare",
                  "--net",
                  "--pid",
                  "--mount",
                  "--uts",
                  "--ipc",
                  "--fork",
                  "--kill-child",
                  "--mount-proc",
                  "sh",
                  "-c",
                  FIRST_PROCESS,
                  hostname,
                  files.toString())
              .redirectErrorStream(true)
              .start();
      String ready = holder.inputReader(StandardCharsets.UTF_8).readLine();
      if (!"ready".equals(ready)) {
        throw new AssertionError("no namespaces for " + hostname + ": " + ready);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    first = holder.children().findFirst().orElseThrow().pid();
  }

  /** The process by which others find these namespaces. */
  long pid() {
    return first;
  }

  /** The words before a command that is to run in here. */
  List<String> entry() {
    return List.of(
        "nsenter",
        "--target",
        Long.toString(first),
        "--mount",
        "--uts",
        "--ipc",
        "--net",
        "--pid",
        "--",
        "env",
        "-C",
        HOME.toString());
  }

  List<String> command(String... words) {
    var command = new ArrayList<>(entry());
    command.addAll(List.of(words));
    return command;
  }

  /**
   * A command that sees this network and, unlike {@link #command}, the host's processes and files.
   */
  List<String> networkCommand(List<String> words) {
    var command =
        new ArrayList<>(List.of("nsenter", "--target", Long.toString(first), "--net", "--"));
    command.addAll(words);
    return command;
  }

  /** Everything in here ends at once, as when the power fails. */
  @Override
  public void close() {
    ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
    try {
      if (!holder.waitFor(10, TimeUnit.SECONDS)) {
        holder.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      holder.destroyForcibly();
    }
  }
}
