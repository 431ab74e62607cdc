package dev.vrrpd.script;

import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import java.util.function.Consumer;

/**
 * Starts a program off the loop; that it runs, and its end, are told once each, on the loop, never
 * from inside the call.
 */
@FunctionalInterface
public interface Launcher {
  /** {@code onStart} is not told of one that could not be started. */
  ChildProcess launch(Program program, Runnable onStart, Consumer<ChildEnd> onEnd);

  default ChildProcess launch(Program program, Consumer<ChildEnd> onEnd) {
    return launch(program, () -> {}, onEnd);
  }
}
