package dev.vrrpd.netlink.process;

import dev.vrrpd.netlink.loop.EventLoop;
import java.util.function.Consumer;

/**
 * Starts children: each in a process group of its own, with /dev/null as standard input, output and
 * error, default signal dispositions, no other descriptor of the daemon, and the credentials of its
 * {@link Identity} and nothing more. Starting happens off the loop; the end is told on it.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Spawner implements AutoCloseable {

  public Spawner(EventLoop loop) {}

  /**
   * On the loop: starts {@code program}.
   *
   * @param onEnd hears exactly once how it ended, on the loop, never from inside this call
   */
  public ChildProcess spawn(Program program, Consumer<ChildEnd> onEnd) {
    throw new UnsupportedOperationException();
  }

  /** Starts no more; children that run stay theirs who asked for them. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
