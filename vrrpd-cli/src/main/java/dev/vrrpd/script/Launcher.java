package dev.vrrpd.script;

import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import java.util.function.Consumer;

/** Starts a program off the loop; its end is told once, on the loop, never from inside the call. */
@FunctionalInterface
public interface Launcher {
  ChildProcess launch(Program program, Consumer<ChildEnd> onEnd);
}
