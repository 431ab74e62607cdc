package dev.vrrpd.daemon;

import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.netlink.loop.LoopTimer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a moment, hands an input to the router, has its outputs performed in their order, arms one
 * timer. What performing them brings up at once (a refusal) is the next input of the same turn.
 * Confined to the loop's thread.
 *
 * <p>Before a Tick everything that has arrived is heard: after a stall of the process or the
 * machine, advertisements that waited in the sockets count before any timer that ran out meanwhile.
 */
final class DaemonLoop {
  /** Performs one output; what comes of it at once goes back as inputs. */
  interface Effects {
    void run(Output output, Consumer<Input> outcome);
  }

  private final VrrpRouter router;
  private final Effects effects;
  private final Clock clock;
  private final Runnable drain;
  private final Consumer<Duration> late;
  private final LoopTimer timer;
  private final Deque<Input> inputs = new ArrayDeque<>();
  private boolean turning;
  private Moment armed = Moment.NEVER;

  /**
   * @param drain hands in, by {@link #turn}, everything that waits to be heard
   * @param late is told how long after its deadline the timer rang
   */
  DaemonLoop(
      VrrpRouter router,
      Effects effects,
      Clock clock,
      Function<Runnable, LoopTimer> timers,
      Runnable drain,
      Consumer<Duration> late) {
    this.router = router;
    this.effects = effects;
    this.clock = clock;
    this.drain = drain;
    this.late = late;
    this.timer = timers.apply(this::deadlineReached);
  }

  void turn(Input input) {
    inputs.add(input);
    if (turning) {
      return;
    }
    turning = true;
    try {
      for (Input next = inputs.poll(); next != null; next = inputs.poll()) {
        for (Output output : router.handle(next, clock.now())) {
          effects.run(output, inputs::add);
        }
      }
    } finally {
      turning = false;
      arm(router.nextDeadline());
    }
  }

  private void arm(Moment deadline) {
    if (!deadline.equals(armed)) {
      armed = deadline;
      timer.arm(deadline.nanos());
    }
  }

  private void deadlineReached() {
    late.accept(armed.until(clock.now()));
    armed = Moment.NEVER;
    drain.run();
    turn(new Input.Tick());
  }

  void close() {
    timer.close();
  }
}
