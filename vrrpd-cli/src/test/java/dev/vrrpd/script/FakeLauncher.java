package dev.vrrpd.script;

import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Children that run until the test ends them, and timers that ring when the test says so. */
final class FakeLauncher implements Launcher {
  final List<Child> started = new ArrayList<>();
  final List<Timer> timers = new ArrayList<>();

  static final class Child implements ChildProcess {
    final Program program;
    final List<Integer> signals = new ArrayList<>();
    private final Consumer<ChildEnd> onEnd;

    Child(Program program, Consumer<ChildEnd> onEnd) {
      this.program = program;
      this.onEnd = onEnd;
    }

    String commandLine() {
      return String.join(" ", program.arguments());
    }

    void exits(int code) {
      onEnd.accept(new ChildEnd.Exited(code));
    }

    @Override
    public int pid() {
      return 4711;
    }

    @Override
    public void signal(int signal) {
      signals.add(signal);
    }
  }

  static final class Timer implements LoopTimer {
    private final Runnable onDue;
    private boolean armed;

    Timer(Runnable onDue) {
      this.onDue = onDue;
    }

    void ring() {
      if (armed) {
        armed = false;
        onDue.run();
      }
    }

    @Override
    public void arm(long deadline) {
      armed = true;
    }

    @Override
    public void disarm() {
      armed = false;
    }

    @Override
    public void close() {
      armed = false;
    }
  }

  @Override
  public ChildProcess launch(Program program, Runnable onStart, Consumer<ChildEnd> onEnd) {
    onStart.run();
    Child child = new Child(program, onEnd);
    started.add(child);
    return child;
  }

  LoopTimer timer(Runnable onDue) {
    Timer timer = new Timer(onDue);
    timers.add(timer);
    return timer;
  }

  List<String> commandLines() {
    return started.stream().map(Child::commandLine).toList();
  }
}
