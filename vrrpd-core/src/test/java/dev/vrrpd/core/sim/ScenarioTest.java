package dev.vrrpd.core.sim;

import dev.vrrpd.core.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code scenarios} is what happens, word for word. */
class ScenarioTest {
  static List<Path> scenarios() {
    return Golden.files("scenarios", ".txt");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void happensAsWritten(Path file) {
    Golden.compare(file, Scenario.rewrite(Golden.read(file)));
  }
}
