package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.libc.PosixSpawn;
import dev.vrrpd.netlink.libc.ThreadCredentials;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Starts children for {@link Spawner}, which gives it a thread. Children with another identity are
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

  /**
   * Runs {@code work} on a thread with this identity and waits for it.
   *
   * @param refused is told instead, if the identity cannot be taken
   */
  static void as(Identity identity, Runnable work, Consumer<LibcException> refused) {
    switch (identity) {
      case Identity.Own _ -> work.run();
      case Identity.User user ->
          CompletableFuture.runAsync(
                  () -> {
                    try {
                      become(user);
                    } catch (LibcException refusal) {
                      refused.accept(refusal);
                      return;
                    }
                    work.run();
                  },
                  task -> new Thread(task, "vrrpd-spawn-" + user.uid()).start())
              .join();
    }
  }

  private static void become(Identity.User user) {
    ThreadCredentials.become(user.uid(), user.gid(), user.supplementaryGroups());
  }

  /** With the identity of the calling thread. */
  static Outcome start(Program program) {
    try {
      return follow(PosixSpawn.start(program.path(), program.arguments(), program.environment()));
    } catch (LibcException failure) {
      return failed(failure);
    }
  }

  static Outcome failed(LibcException failure) {
    return new Outcome.Failed(
        new ChildEnd.NotStarted(failure.call(), failure.errno(), failure.reason()));
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
