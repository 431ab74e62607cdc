package dev.vrrpd.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.config.Recovery;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rise/fall counter: a word of results, and the condition after each. */
class ScriptTrackerTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, +-+--+, UDUDDU",
    "1, 3, -+--+---+, DUUUUUUDU",
    "3, 1, +-++-+++, UDDDDDDU",
    "2, 2, +-+--+-++, UUUUDDDDU",
    "2, 2, -++--, DDUUD",
    "5, 1, -++++-+++++, DDDDDDDDDDU",
  })
  void theFirstResultDecidesThenRowsOfThem(int rise, int fall, String results, String conditions) {
    ScriptConfig config =
        new ScriptConfig(
            "chk",
            new Command(List.of("/bin/true"), Optional.empty(), Optional.empty()),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            0,
            false,
            rise,
            fall,
            false);
    Moment now = Moment.ZERO;
    ScriptTracker tracker = ScriptTracker.start(config, now);
    StringBuilder seen = new StringBuilder();
    for (int run = 0; run < results.length(); run++) {
      tracker = tracker.tick(now).next();
      tracker =
          tracker.ended(new ScriptOutcome.Exited(results.charAt(run) == '+' ? 0 : 1), now).next();
      seen.append(tracker.condition().toString().charAt(0));
      now = now.plus(config.interval());
    }

    assertThat(seen).hasToString(conditions);
  }

  /** {@code r}: what repairs it has run and ended. */
  @ParameterizedTest
  @CsvSource({
    // The first failure of all may be a cold start.
    "1, 0, -+-, PUD",
    "1, 0, --, PD",
    "2, 0, --, PD",
    "1, 2, +--r-r-, UUUUUUD",
    "1, 2, +-r+-r-r-, UUUUUUUUD",
    "2, 1, +--r-, UUUUD",
    "2, 1, +--r+--r-, UUUUUUUUD",
  })
  void aCheckIsForgivenItsFirstFailureAndRepairedBeforeOneCounts(
      int fall, int attempts, String results, String conditions) {
    Command repair = new Command(List.of("/bin/true"), Optional.empty(), Optional.empty());
    ScriptConfig config =
        Probe.asScript(
            "chk",
            new Probe.Ping(IpAddress.of("10.0.0.1")),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            0,
            false,
            1,
            fall,
            attempts == 0 ? Optional.empty() : Optional.of(new Recovery(repair, attempts)));
    Moment now = Moment.ZERO;
    ScriptTracker tracker = ScriptTracker.start(config, now);
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < results.length(); i++) {
      tracker = tracker.tick(now).next();
      tracker =
          switch (results.charAt(i)) {
            case 'r' -> tracker.recovered();
            case '+' -> tracker.ended(new ScriptOutcome.Exited(0), now).next();
            default -> tracker.ended(new ScriptOutcome.Unsatisfied("no"), now).next();
          };
      seen.append(tracker.condition().toString().charAt(0));
      now = now.plus(config.interval());
    }

    assertThat(seen).hasToString(conditions);
  }

  @Test
  void aRepairThatTakesTooLongIsKilledAndTheNextAnswerCounts() {
    Command repair = new Command(List.of("/bin/true"), Optional.empty(), Optional.empty());
    ScriptConfig config =
        Probe.asScript(
            "chk",
            new Probe.Ping(IpAddress.of("10.0.0.1")),
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            0,
            false,
            1,
            1,
            Optional.of(new Recovery(repair, 1)));
    ScriptTracker tracker = ScriptTracker.start(config, Moment.ZERO).tick(Moment.ZERO).next();
    tracker = tracker.ended(new ScriptOutcome.Exited(0), Moment.ZERO).next();
    Moment failing = Moment.ZERO.plus(Duration.ofSeconds(4));
    tracker = tracker.tick(failing).next().ended(new ScriptOutcome.Exited(1), failing).next();
    Moment limit = failing.plus(Duration.ofSeconds(10));
    ScriptTracker.Step end = tracker.tick(limit);
    assertThat(end.effects()).contains(new ScriptEffect.Kill(true), new ScriptEffect.Run());
    tracker = end.next().ended(new ScriptOutcome.Exited(1), limit).next();
    assertThat(tracker.condition()).isEqualTo(Condition.DOWN);
  }

  @Test
  void whatWaitsForItsTurnHasItsTimeoutFromItsStartAndIsDueAnIntervalAfterIt() {
    ScriptTracker tracker = everySecond().tick(Moment.ZERO).next();
    Moment start = Moment.ZERO.plus(Duration.ofMillis(800));
    tracker = tracker.started(start);
    assertThat(tracker.running().orElseThrow().killAt())
        .isEqualTo(start.plus(Duration.ofSeconds(1)));
    assertThat(tracker.nextRun()).isEqualTo(start.plus(Duration.ofSeconds(1)));
    tracker = tracker.ended(new ScriptOutcome.Exited(0), start).next();

    Moment second = tracker.nextRun();
    tracker = tracker.tick(second).next().started(second.plus(Duration.ofMillis(3)));
    assertThat(tracker.nextRun()).isEqualTo(second.plus(Duration.ofSeconds(1)));
  }

  @Test
  void whatWaitsForItsTurnTooLongHasFailed() {
    ScriptTracker tracker = everySecond().tick(Moment.ZERO).next();
    Moment due = Moment.ZERO.plus(Duration.ofSeconds(1));
    ScriptTracker.Step second = tracker.tick(due);
    assertThat(second.effects()).isEmpty();
    ScriptTracker.Step end = second.next().tick(due.plus(Duration.ofSeconds(1)));
    assertThat(end.effects()).contains(new ScriptEffect.Kill(false), new ScriptEffect.TimedOut());
    assertThat(end.next().condition()).isEqualTo(Condition.DOWN);
  }

  private static ScriptTracker everySecond() {
    ScriptConfig config =
        new ScriptConfig(
            "chk",
            new Command(List.of("/bin/true"), Optional.empty(), Optional.empty()),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            0,
            false,
            1,
            1,
            false);
    return ScriptTracker.start(config, Moment.ZERO);
  }
}
