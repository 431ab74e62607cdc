package dev.vrrpd.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  @Test
  void theConsoleHasTheTimeAsAsctimeWritesIt() {
    assertThat(TimeText.console(Instant.parse("2026-11-21T07:10:16.9Z"), ZoneOffset.UTC))
        .isEqualTo("Sat Nov 21 07:10:16 2026");
    assertThat(TimeText.console(Instant.parse("2026-11-01T07:01:06Z"), ZoneOffset.UTC))
        .isEqualTo("Sun Nov  1 07:01:06 2026");
  }

  @Test
  void syslogHasItWithoutDayAndYear() {
    assertThat(TimeText.syslog(Instant.parse("2026-11-01T07:01:06Z"), ZoneOffset.UTC))
        .isEqualTo("Nov  1 07:01:06");
  }
}
