package dev.vrrpd.script;

import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.metrics.Deliveries.Fate;
import dev.vrrpd.metrics.Deliveries.Way;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;

/**
 * The notification scripts of one instance or group, one after the other, in the order of what they
 * tell. A script that takes longer than the patience while another waits is left alone (it may be
 * meant to stay) and the next one starts. Bounded: the oldest that waits is given up. Confined to
 * the loop.
 */
final class NoticeQueue {
  private static final int LONGEST = 64;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int SIGTERM = 15;

  private final String name;
  private final Launcher launcher;
  private final LoopTimer patience;
  private final Runnable becameIdle;
  private final Deliveries deliveries;
  private final Logger log;
  private final Deque<Program> waiting = new ArrayDeque<>();
  private final Set<Run> running = new HashSet<>();
  private final Set<Run> overtaken = new HashSet<>();

  /** The one the next waits for. */
  private Run current;

  private boolean inHurry;

  NoticeQueue(
      String name,
      Launcher launcher,
      Function<Runnable, LoopTimer> timers,
      Runnable becameIdle,
      Deliveries deliveries,
      Logger log) {
    this.name = name;
    this.launcher = launcher;
    this.patience = timers.apply(this::outOfPatience);
    this.becameIdle = becameIdle;
    this.deliveries = deliveries;
    this.log = log;
  }

  void add(Program program) {
    if (waiting.size() == LONGEST) {
      deliveries.count(Way.SCRIPT, Fate.LOST);
      log.warn(
          "({}) notify queue is full, not running {}", name, commandLine(waiting.removeFirst()));
    }
    waiting.addLast(program);
    startNext();
  }

  /** Whatever waits tells of a state that is left: it is not run. */
  void skip() {
    for (Program program : waiting) {
      deliveries.count(Way.SCRIPT, Fate.SKIPPED);
      log.info("({}) state left already, not running {}", name, commandLine(program));
    }
    waiting.clear();
  }

  /**
   * Whatever waits is out of date, whatever runs is not waited for; what is added from now on
   * starts at once.
   */
  void hurry() {
    skip();
    overtaken.addAll(running);
    running.clear();
    inHurry = true;
  }

  boolean idle() {
    return running.isEmpty() && waiting.isEmpty();
  }

  /** As keepalived's children when it goes: what still runs is asked to end. */
  void endAll() {
    running.forEach(run -> run.child.signal(SIGTERM));
    overtaken.forEach(run -> run.child.signal(SIGTERM));
  }

  void close() {
    patience.close();
  }

  private void startNext() {
    while (!waiting.isEmpty() && (current == null || inHurry)) {
      Run run = new Run(waiting.removeFirst());
      current = run;
      running.add(run);
      run.child = launcher.launch(run.program, end -> ended(run, end));
      patience.arm(System.nanoTime() + PATIENCE_NANOS);
    }
  }

  private void ended(Run run, ChildEnd end) {
    boolean good = end instanceof ChildEnd.Exited(int code) && code == 0;
    deliveries.count(Way.SCRIPT, good ? Fate.DONE : Fate.FAILED);
    switch (end) {
      case ChildEnd.Exited(int code) when code == 0 ->
          log.debug("({}) script {} finished", name, commandLine(run.program));
      case ChildEnd.Exited(int code) ->
          log.warn("({}) script {} exited with status {}", name, commandLine(run.program), code);
      case ChildEnd.Signalled(int signal) ->
          log.warn("({}) script {} ended due to signal {}", name, commandLine(run.program), signal);
      case ChildEnd.NotStarted(String call, int _, String reason) ->
          log.warn(
              "({}) script {} not started: {}: {}", name, commandLine(run.program), call, reason);
    }
    running.remove(run);
    overtaken.remove(run);
    if (current == run) {
      current = null;
      patience.disarm();
    }
    startNext();
    if (idle()) {
      becameIdle.run();
    }
  }

  private void outOfPatience() {
    if (current == null) {
      return;
    }
    if (waiting.isEmpty()) {
      patience.arm(System.nanoTime() + PATIENCE_NANOS);
      return;
    }
    deliveries.count(Way.SCRIPT, Fate.OVERSTAYED);
    log.warn(
        "({}) script {} still runs, not waiting for it any longer",
        name,
        commandLine(current.program));
    current = null;
    startNext();
  }

  private static String commandLine(Program program) {
    return String.join(" ", program.arguments());
  }

  private static final class Run {
    private final Program program;
    private ChildProcess child;

    Run(Program program) {
      this.program = program;
    }
  }
}
