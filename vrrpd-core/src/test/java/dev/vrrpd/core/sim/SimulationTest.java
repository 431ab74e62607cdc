package dev.vrrpd.core.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first seeds of what {@link Simulation} runs by the thousand. */
class SimulationTest {
  private static final int SEEDS = 400;

  @Test
  void noInvariantBreaksAndEveryLanHeals() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      long passed = Simulation.run(seed, OptionalLong.empty(), Double.MAX_VALUE, Optional.empty());
      assertThat(passed).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 7, 22, 8123})
  void theSameSeedGivesTheSameHistory(long seed) {
    List<String> history = history(seed);

    assertThat(history).isNotEmpty().isEqualTo(history(seed));
  }

  private static List<String> history(long seed) {
    List<String> lines = new ArrayList<>();
    Simulation.run(seed, OptionalLong.empty(), Double.MAX_VALUE, Optional.of(lines::add));
    return lines;
  }
}
