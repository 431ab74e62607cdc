package dev.vrrpd.track;

import dev.vrrpd.core.config.TrackerConfigs;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.door.OrderedWorker;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** All that looks at tracked objects beside scripts and links. Confined to the loop. */
public final class Watchers {
  /** A file system that hangs does not keep the daemon from starting. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final EventLoop loop;
  private final Executor fileWorker = new OrderedWorker("tracked files");
  private final Executor processWorker = new OrderedWorker("tracked processes");
  private final TrackedFiles files;
  private final TrackedProcesses processes;
  private final TrackedSessions sessions;

  /** On the loop. {@code inputs} is never called from inside a call to this object. */
  public Watchers(EventLoop loop, Consumer<Input> inputs) {
    this.loop = loop;
    files = new TrackedFiles(fileWorker, loop, inputs);
    processes = new TrackedProcesses(processWorker, loop, inputs);
    sessions = new TrackedSessions(loop, inputs);
  }

  /**
   * Before the router hears of its first configuration: looks at files and processes, so that no
   * priority changes because of them right after the start. Calls back when that is done, or has
   * had its time.
   */
  public void look(TrackerConfigs configs, Runnable done) {
    files.use(configs.files());
    processes.use(configs.processes());
    new FirstLook(done).begin(List.of(fileWorker, processWorker));
  }

  /** Waits for what the workers have been asked so far. */
  private final class FirstLook {
    private final Runnable done;
    private final LoopTimer limit = loop.timer(this::finish);
    private int outstanding;
    private boolean finished;

    FirstLook(Runnable done) {
      this.done = done;
    }

    void begin(List<Executor> workers) {
      limit.arm(System.nanoTime() + PATIENCE.toNanos());
      outstanding = workers.size();
      workers.forEach(worker -> worker.execute(() -> loop.execute(this::oneLess)));
    }

    private void oneLess() {
      outstanding--;
      if (outstanding == 0) {
        finish();
      }
    }

    private void finish() {
      if (!finished) {
        finished = true;
        limit.close();
        done.run();
      }
    }
  }

  /** After the router has heard of a configuration: only then it takes what is told of it. */
  public void use(TrackerConfigs configs) {
    files.use(configs.files());
    processes.use(configs.processes());
    sessions.use(configs.sessions());
  }

  public void close() {
    files.close();
    processes.close();
    sessions.close();
  }
}
