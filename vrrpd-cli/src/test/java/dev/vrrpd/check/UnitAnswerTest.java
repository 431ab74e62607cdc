package dev.vrrpd.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.dbus.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A bus that lets the first question wait for as long as the test wants. */
class UnitAnswerTest {
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final List<ScriptOutcome> outcomes = new ArrayList<>();

  private Units bus() {
    try {
      stuck.await();
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
    return new Units(Optional.of("unix:path=/nowhere/bus"), 0);
  }

  @Test
  void behindAStuckBusQuestionsFailOneByOneAndItCanBeClosed() {
    UnitAnswer units = new UnitAnswer(this::bus);
    for (int i = 0; i < 1 + 256 + 2; i++) {
      units.ask("a.service", Duration.ofSeconds(1), new Question(outcomes::add), _ -> {});
    }
    assertThat(outcomes)
        .containsOnly(new ScriptOutcome.Unsatisfied("too many questions wait for the bus"));

    assertThatCode(units::close).doesNotThrowAnyException();
    stuck.countDown();
  }
}
