package dev.vrrpd.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Proves;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9568 section 6.1, RFC 3768 section 6.1. */
class TimersTest {
  @ParameterizedTest
  @CsvSource({
    "V2, 100, 100, 609375000",
    "V2, 100, 300, 609375000",
    "V2, 255, 100, 3906250",
    "V2, 1, 100, 996093750",
    "V3, 100, 100, 609375000",
    "V3, 100, 300, 1828125000",
    "V3, 200, 250, 546875000",
    "V3, 100, 1, 6093750",
    "V3, 254, 4095, 319921875",
  })
  @Proves({Rule.SKEW_TIME, Rule.VERSION_TWO_SKEW})
  void skewIsExactToTheNanosecond(Version version, int priority, int interval, long nanos) {
    assertThat(Timers.skewTime(version, new Priority(priority), new Centiseconds(interval)))
        .isEqualTo(Duration.ofNanos(nanos));
  }
}
