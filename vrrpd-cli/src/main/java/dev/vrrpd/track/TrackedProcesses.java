package dev.vrrpd.track;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.watch.ProcessEvents;
import dev.vrrpd.netlink.watch.ProcessEvents.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracked processes: says how many of each run whenever that changes. By the kernel's process
 * events where they are granted, else by a look at {@code /proc} twice a second; the log says
 * which. Confined to the loop, but for the table, which is the worker's.
 */
final class TrackedProcesses {
  private static final Logger log = LoggerFactory.getLogger(TrackedProcesses.class);
  private static final Duration SCAN = Duration.ofMillis(500);

  /** Events may have been missed without a word. */
  private static final Duration REVIEW = Duration.ofSeconds(30);

  private final Executor worker;
  private final EventLoop loop;
  private final Consumer<Input> inputs;
  private final LoopTimer timer;
  private final ProcessTable table = new ProcessTable(Path.of("/proc"));
  private final Map<String, Integer> told = new HashMap<>();
  private List<ProcessCountConfig> configs = List.of();
  private Optional<ProcessEvents> events = Optional.empty();
  private boolean granted;
  private boolean asked;
  private boolean scanning;

  /** What has come and not been handed to the worker yet. */
  private List<Event> arrived = new ArrayList<>();

  private boolean handing;

  /** {@code worker} runs one task after the other, off the loop. */
  TrackedProcesses(Executor worker, EventLoop loop, Consumer<Input> inputs) {
    this.worker = worker;
    this.loop = loop;
    this.inputs = inputs;
    this.timer = loop.timer(this::look);
  }

  void use(List<ProcessCountConfig> others) {
    boolean same = configs.equals(others);
    configs = others;
    if (same) {
      return;
    }
    told.clear();
    if (configs.isEmpty()) {
      timer.disarm();
    } else {
      ask();
      worker.execute(() -> {
        table.use(others);
        report();
      });
      next();
    }
  }

  /** Once; without an answer by the next look it is as good as refused. */
  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    switch (ProcessEvents.open(loop, this::happened)) {
      case ProcessEvents.Opening.Asked(ProcessEvents opened) -> events = Optional.of(opened);
      case ProcessEvents.Opening.Refused(int errno) -> refused(Errno.message(errno));
    }
  }

  private void refused(String reason) {
    log.info(
        "Tracking processes by /proc, every {} ms: the kernel's process events are refused ({})",
        SCAN.toMillis(),
        reason);
    granted = false;
    unsubscribe();
  }

  private void happened(Event event) {
    if (event instanceof Event.Answered(int errno)) {
      answered(errno);
      return;
    }
    arrived.add(event);
    if (!handing) {
      handing = true;
      loop.execute(this::hand);
    }
  }

  private void answered(int errno) {
    if (errno != 0) {
      loop.execute(() -> refused(Errno.message(errno)));
    } else if (!granted) {
      granted = true;
      log.info("Tracking processes by the kernel's process events");
    }
  }

  /** All that came in one turn, at once. */
  private void hand() {
    handing = false;
    List<Event> batch = arrived;
    arrived = new ArrayList<>();
    worker.execute(() -> {
      batch.forEach(this::take);
      report();
    });
  }

  private void take(Event event) {
    switch (event) {
      case Event.Answered _ -> {}
      case Event.Forked(int parent, int child) -> table.forked(parent, child);
      case Event.Changed(int pid) -> table.changed(pid);
      case Event.Exited(int pid) -> table.exited(pid);
      case Event.Overrun() -> table.scan();
    }
  }

  private void look() {
    if (!scanning) {
      scanning = true;
      worker.execute(() -> {
        try {
          table.scan();
          report();
        } finally {
          loop.execute(() -> scanning = false);
        }
      });
    }
    if (events.isPresent() && !granted) {
      refused("no answer");
    }
    next();
  }

  private void next() {
    timer.arm(System.nanoTime() + (granted ? REVIEW : SCAN).toNanos());
  }

  /** On the worker. */
  private void report() {
    Map<String, Integer> counts = table.counts();
    loop.execute(() -> counts.forEach(this::tell));
  }

  private void tell(String name, int count) {
    boolean known = configs.stream().anyMatch(config -> config.name().equals(name));
    Integer before = known ? told.put(name, count) : Integer.valueOf(count);
    if (before == null || before != count) {
      inputs.accept(new Input.ProcessesCounted(name, count));
    }
  }

  /** Events end; looks at {@code /proc} go on. */
  private void unsubscribe() {
    events.ifPresent(ProcessEvents::close);
    events = Optional.empty();
  }

  void close() {
    unsubscribe();
    timer.close();
  }
}
