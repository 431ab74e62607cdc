package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Starts children: each in a process group of its own, with /dev/null as standard input, output and
 * error, default signal dispositions, no other descriptor of the daemon, and the credentials of its
 * {@link Identity} and nothing more. Starting happens off the loop, one after the other; the end is
 * told on it.
 */
public final class Spawner implements AutoCloseable {
  private final EventLoop loop;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "vrrpd-spawner"));

  public Spawner(EventLoop loop) {
    this.loop = loop;
    // Inherited as ignored, it would make the kernel forget how children ended.
    Libc.defaultSignal(Libc.SIGCHLD);
  }

  /**
   * On the loop: starts {@code program}.
   *
   * @param onEnd hears exactly once how it ended, on the loop, never from inside this call
   */
  public ChildProcess spawn(Program program, Consumer<ChildEnd> onEnd) {
    Child child = new Child(loop, onEnd);
    thread.execute(() -> loop.execute(start(child, program)));
    return child;
  }

  /** Starts it here; what comes back is for the loop. */
  private static Runnable start(Child child, Program program) {
    try {
      Starter.Outcome outcome = Starter.start(program);
      return () -> child.begin(outcome);
    } catch (RuntimeException | Error defect) {
      return () -> {
        throw new AssertionError("starting a child went wrong by our own fault", defect);
      };
    }
  }

  /** Starts no more; children that run stay theirs who asked for them. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
