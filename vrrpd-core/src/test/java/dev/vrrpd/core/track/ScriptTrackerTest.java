package dev.vrrpd.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
      tracker = tracker.ended(new ScriptOutcome.Exited(results.charAt(run) == '+' ? 0 : 1)).next();
      seen.append(tracker.condition().toString().charAt(0));
      now = now.plus(config.interval());
    }

    assertThat(seen).hasToString(conditions);
  }
}
