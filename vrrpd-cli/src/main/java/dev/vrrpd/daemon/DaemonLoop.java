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

  /** How a deadline is met. */
  private enum Approach {
    /** The timer rings when it is reached. */
    SLEEP,
    /** The timer rings shortly before, and again for the watch. */
    STRETCH,
    /** The timer rings just before; what is left is spent listening instead of sleeping. */
    WATCH
  }

  /** For the stretching, and some more. */
  private static final Duration HEAD_START = Duration.ofMillis(2);

  /** What a sleeping thread may need to come to itself. */
  private static final Duration WATCH = Duration.ofNanos(200_000);

  /** What waited longer to be read waited for a stall, and what came after it may be lost. */
  private static final Duration LONGEST_WAKING = Duration.ofMillis(1);

  private final VrrpRouter router;
  private final Effects effects;
  private final Clock clock;
  private final Runnable drain;
  private final Consumer<Duration> late;
  private final LoopTimer timer;
  private final Deque<Input> inputs = new ArrayDeque<>();
  private final Consumer<Input> outcomes = inputs::add;
  private Optional<Runnable> stretching = Optional.empty();
  private boolean turning;
  private Approach approach = Approach.SLEEP;
  private Moment armed = Moment.NEVER;
  private Moment told;

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
    this.told = clock.now();
  }

  void turn(Input input) {
    turn(input, Duration.ZERO);
  }

  /**
   * @param waited how long the input waited for this turn: it counts from when it came, so that to
   *     be woken for it makes no deadline later
   */
  void turn(Input input, Duration waited) {
    inputs.add(input);
    if (turning) {
      return;
    }
    turning = true;
    Duration ago = waited.compareTo(LONGEST_WAKING) > 0 ? Duration.ZERO : waited;
    try {
      for (Input next = inputs.poll(); next != null; next = inputs.poll()) {
        tell(next, clock.now().minus(ago));
        ago = Duration.ZERO;
      }
    } finally {
      turning = false;
      arm(router.nextDeadline());
    }
  }

  /** The router's time never goes back. */
  private void tell(Input input, Moment moment) {
    told = told.isBefore(moment) ? moment : told;
    for (Output output : router.handle(input, told)) {
      effects.run(output, outcomes);
    }
  }

  /**
   * From now on, shortly before a takeover, runs what touches the way to the wire: a processor that
   * has slept or served others has forgotten it, and finding it again would take a third of a
   * millisecond of the takeover. The last moments before it are spent listening instead of
   * sleeping: to be woken takes a tenth of a millisecond more.
   *
   * @param exercise takes some tenths of a millisecond and has no effect
   */
  void stretch(Runnable exercise) {
    stretching = Optional.of(exercise);
  }

  private void arm(Moment deadline) {
    if (!deadline.equals(armed)) {
      armed = deadline;
      approach = worthStretching() ? Approach.STRETCH : Approach.SLEEP;
      ring(approach == Approach.STRETCH ? HEAD_START : Duration.ZERO);
    }
  }

  private boolean worthStretching() {
    return stretching.isPresent()
        && router.takeoverNext()
        && clock.now().until(armed).compareTo(HEAD_START) > 0;
  }

  private void ring(Duration before) {
    timer.arm(armed.nanos() - before.toNanos());
  }

  private void rung() {
    if (approach == Approach.STRETCH) {
      stretchNow();
    } else {
      watch();
    }
  }

  /** Armed before the exercise: whatever becomes of that, the deadline is met. */
  private void stretchNow() {
    approach = Approach.WATCH;
    ring(WATCH);
    if (clock.now().isBefore(armed)) {
      stretching.orElseThrow().run();
    }
  }

  /** Hears what has arrived, and during a watch what arrives: that may put the deadline off. */
  private void watch() {
    Moment awaited = armed;
    Moment now;
    do {
      drain.run();
      now = clock.now();
    } while (approach == Approach.WATCH && armed.equals(awaited) && now.isBefore(awaited));
    if (awaited.until(now).compareTo(WATCH) > 0) {
      drain.run(); // the machine stood still meanwhile
    }
    if (armed.equals(awaited)) {
      reached(now);
    }
  }

  private void reached(Moment now) {
    Duration lateness = armed.until(now);
    armed = Moment.NEVER;
    turn(new Input.Tick());
    late.accept(lateness);
  }

  void close() {
    timer.close();
  }
}
