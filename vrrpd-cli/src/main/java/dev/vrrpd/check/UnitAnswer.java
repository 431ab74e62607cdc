package dev.vrrpd.check;

import dev.vrrpd.dbus.Units;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks systemd whether a unit is active, on one thread of its own: the bus may be stuck. No more
 * than 256 questions wait: one more has failed, and so has one that has waited for longer than the
 * check has patience.
 */
final class UnitAnswer implements AutoCloseable {
  private static final int MOST_WAITING = 256;
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** systemd's words for a unit that does its work. */
  private static final Set<String> WELL = Set.of("active", "reloading", "refreshing");

  private final Supplier<Units> bus;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> Thread.ofPlatform().daemon().name("systemd-units").unstarted(task));

  /** Confined to the thread; nobody there before the first question. */
  private Optional<Units> units = Optional.empty();

  UnitAnswer(Supplier<Units> bus) {
    this.bus = bus;
    thread.allowCoreThreadTimeOut(true);
  }

  /** {@code question} hears of it on its own thread. */
  void ask(String unit, Duration patience, Question question, Executor checks) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      thread.execute(() -> {
        String failure = System.nanoTime() < deadline ? failure(unit) : "no answer in time";
        checks.execute(() -> question.end(failure));
      });
    } catch (RejectedExecutionException _) {
      question.fail("too many questions wait for the bus");
    }
  }

  /** Empty if the unit is well. */
  private String failure(String unit) {
    try {
      Units there = units.orElseGet(bus);
      units = Optional.of(there);
      String state = there.activeState(unit);
      return WELL.contains(state) ? "" : "%s is %s".formatted(unit, state);
    } catch (Units.Unanswered unanswered) {
      return unanswered.getMessage();
    }
  }

  /** Whoever still waits hears nothing: behind a stuck bus there would be no place for this. */
  @Override
  public void close() {
    thread.getQueue().clear();
    thread.execute(() -> units.ifPresent(Units::close));
    thread.shutdown();
  }
}
