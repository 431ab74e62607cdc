package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.libc.PosixSpawn;
import dev.vrrpd.netlink.libc.ThreadCredentials;
import java.util.concurrent.CompletableFuture;

/**
 * Starts one child for {@link Spawner}, which gives it a thread. A child with another identity is
 * started by a thread that takes that identity and ends right after: as long as such a thread
 * lives, that user's processes may send it signals, and a signal to one thread is a signal to the
 * daemon.
 */
final class Starter {
  private Starter() {}

  /** What came of it. */
  sealed interface Outcome {
    record Started(int pid, int pidfd) implements Outcome {}

    record Failed(ChildEnd.NotStarted end) implements Outcome {}
  }

  static Outcome start(Program program) {
    return switch (program.identity()) {
      case Identity.Own _ -> attempt(program, () -> {});
      case Identity.User user ->
          CompletableFuture.supplyAsync(
                  () -> attempt(program, () -> become(user)),
                  work -> new Thread(work, "vrrpd-spawn-" + user.uid()).start())
              .join();
    };
  }

  private static void become(Identity.User user) {
    ThreadCredentials.become(user.uid(), user.gid(), user.supplementaryGroups());
  }

  private static Outcome attempt(Program program, Runnable first) {
    try {
      first.run();
      return follow(PosixSpawn.start(program.path(), program.arguments(), program.environment()));
    } catch (LibcException failed) {
      return new Outcome.Failed(
          new ChildEnd.NotStarted(failed.call(), failed.errno(), failed.reason()));
    }
  }

  /** The child cannot be mistaken: until it is waited for, its pid is its own. */
  private static Outcome follow(int pid) {
    int pidfd = Libc.pidfdOpen(pid);
    if (pidfd < 0) {
      int _ = Libc.kill(-pid, Libc.SIGKILL);
      return new Outcome.Failed(
          new ChildEnd.NotStarted("pidfd_open", -pidfd, Errno.message(-pidfd)));
    }
    return new Outcome.Started(pid, pidfd);
  }
}
