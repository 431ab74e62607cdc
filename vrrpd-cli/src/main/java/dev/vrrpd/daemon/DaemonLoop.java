package dev.vrrpd.daemon;

import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.netlink.loop.LoopTimer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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

  /** What a processor forgets in it is worth the stretching. */
  private static final Duration LONG_REST = Duration.ofMillis(100);

  /** Nanoseconds for the stretching, and some more. */
  private static final long HEAD_START = 2_000_000;

  private final VrrpRouter router;
  private final Effects effects;
  private final Clock clock;
  private final Runnable drain;
  private final Consumer<Duration> late;
  private final LoopTimer timer;
  private final Deque<Input> inputs = new ArrayDeque<>();
  private Optional<Runnable> stretching = Optional.empty();
  private boolean turning;
  private boolean early;
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
    this.timer = timers.apply(this::rung);
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

  /**
   * From now on, shortly before a deadline that was long ahead, runs what touches the way to the
   * wire: a processor that has slept or served others for a second has forgotten it, and finding it
   * again would take a third of a millisecond of the takeover.
   *
   * @param exercise takes some tenths of a millisecond and has no effect
   */
  void stretch(Runnable exercise) {
    stretching = Optional.of(exercise);
  }

  private void arm(Moment deadline) {
    if (!deadline.equals(armed)) {
      armed = deadline;
      early =
          stretching.isPresent()
              && !deadline.equals(Moment.NEVER)
              && clock.now().until(deadline).compareTo(LONG_REST) > 0;
      timer.arm(early ? deadline.nanos() - HEAD_START : deadline.nanos());
    }
  }

  /** Armed before the exercise: whatever becomes of that, the deadline is met. */
  private void rung() {
    if (!early) {
      deadlineReached();
      return;
    }
    early = false;
    timer.arm(armed.nanos());
    if (clock.now().isBefore(armed)) {
      stretching.orElseThrow().run();
    }
  }

  private void deadlineReached() {
    Duration lateness = armed.until(clock.now());
    armed = Moment.NEVER;
    drain.run();
    turn(new Input.Tick());
    late.accept(lateness);
  }

  void close() {
    timer.close();
  }
}
