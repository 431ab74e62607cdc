package dev.vrrpd.core.sim;

import dev.vrrpd.core.router.Output;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Runs simulated LANs by their seeds. A failure prints the one command that repeats it.
 *
 * <pre>
 * --seed N          one LAN, with everything that happens in it
 * --seeds A..B      many, quietly; stops at the first that fails
 * --minutes M       virtual time of the storm; without it 150 advertisement intervals
 * --until S         with --seed: print nothing after so many virtual seconds
 * </pre>
 */
public final class Simulation {
  private static final int INTERVALS = 150;

  private Simulation() {}

  /** What the command line asks for. */
  private record Request(long first, long last, OptionalLong minutes, double until) {
    boolean single() {
      return first == last;
    }

    static Request parse(String[] arguments) {
      long first = 1;
      long last = 10_000;
      OptionalLong minutes = OptionalLong.empty();
      double until = Double.MAX_VALUE;
      for (int i = 0; i + 1 < arguments.length; i += 2) {
        String value = arguments[i + 1];
        switch (arguments[i]) {
          case "--seed" -> {
            first = Long.parseLong(value);
            last = first;
          }
          case "--seeds" -> {
            String[] ends = value.split("\\.\\.", 2);
            first = Long.parseLong(ends[0]);
            last = Long.parseLong(ends[1]);
          }
          case "--minutes" -> minutes = OptionalLong.of(Long.parseLong(value));
          case "--until" -> until = Double.parseDouble(value.replaceFirst("s$", ""));
          default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
        }
      }
      return new Request(first, last, minutes, until);
    }
  }

  /** Exits with 1 if an invariant broke. */
  public static void main(String[] arguments) {
    Request request = Request.parse(arguments);
    PrintStream out = System.out;
    Optional<Consumer<String>> printer =
        request.single() ? Optional.of(out::println) : Optional.empty();
    long virtual = 0;
    long begin = System.currentTimeMillis();
    for (long seed = request.first(); seed <= request.last(); seed++) {
      try {
        virtual += run(seed, request.minutes(), request.until(), printer);
      } catch (RuntimeException | AssertionError broken) {
        out.println(broken.getMessage());
        if (!(broken instanceof SimulationFailure)) {
          broken.printStackTrace(out);
        }
        System.exit(1);
      }
    }
    out.printf(
        Locale.ROOT,
        "%d seeds, %.1f virtual hours, %.1f s, no broken invariant%n",
        request.last() - request.first() + 1,
        virtual / 3.6e12,
        (System.currentTimeMillis() - begin) / 1000.0);
  }

  /** Runs one seed; returns the nanoseconds that passed in it. */
  static long run(
      long seed, OptionalLong minutes, double until, Optional<Consumer<String>> printer) {
    Weather[] weather = new Weather[1];
    weather[0] =
        new Weather(
            seed, turn -> printer.ifPresent(lines -> print(turn, weather[0], until, lines)));
    Duration storm =
        minutes.isPresent()
            ? Duration.ofMinutes(minutes.getAsLong())
            : weather[0].intervals(INTERVALS);
    try {
      weather[0].storm(storm);
      weather[0].clearUp();
    } catch (AssertionError | RuntimeException broken) {
      double at = weather[0].lan().now() / 1e9;
      throw new SimulationFailure(
          "seed %d at %.6f s: %s%nrepeat: bin/dev sim --seed %d%s --until %.0fs"
              .formatted(
                  seed,
                  at,
                  broken.getMessage(),
                  seed,
                  minutes.isPresent() ? " --minutes " + minutes.getAsLong() : "",
                  Math.ceil(at)),
          broken);
    }
    return weather[0].lan().now();
  }

  private static void print(
      Node.Turn turn, Weather weather, double until, Consumer<String> printer) {
    double now = weather == null ? 0 : weather.lan().now() / 1e9;
    if (now > until) {
      return;
    }
    for (Output output : turn.outputs()) {
      printer.accept("%12.6f %s %s".formatted(now, turn.node().name(), OutputText.of(output)));
    }
  }

  /** An invariant did not hold. */
  static final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    SimulationFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
