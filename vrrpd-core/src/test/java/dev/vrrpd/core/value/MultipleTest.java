package dev.vrrpd.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MultipleTest {
  @Test
  void isWhatTheLibraryComputes() {
    for (long times : new long[] {-1, 0, 1, 2, 3, 255}) {
      Duration once = Duration.ofNanos(609_375_000);
      assertThat(Multiple.of(once, times)).isEqualTo(once.multipliedBy(times));
    }
  }

  @Test
  void refusesWhatNoNanosecondsHold() {
    assertThatThrownBy(() -> Multiple.of(Duration.ofDays(1), Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aMomentLessADurationIsBeforeItAndNeverStaysNever() {
    Moment moment = new Moment(5_000);
    assertThat(moment.minus(Duration.ofNanos(2_000))).isEqualTo(new Moment(3_000));
    assertThat(Moment.NEVER.minus(Duration.ofNanos(1))).isEqualTo(Moment.NEVER);
  }
}
