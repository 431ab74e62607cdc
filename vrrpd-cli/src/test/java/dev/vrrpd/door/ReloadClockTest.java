package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.ReloadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReloadClockTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  @TempDir Path directory;
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private int reloads;

  @ParameterizedTest
  @CsvSource({
    "12:00:01Z, 2026-11-21T12:00:01Z, true",
    "12:00:00Z, 2026-11-22T12:00:00Z, true",
    "13:00:01, 2026-11-21T12:00:01Z, true",
    "26-12-24 18:00:00Z, 2026-12-24T18:00:00Z, false",
    "2026-12-24 18:00:00, 2026-12-24T17:00:00Z, false"
  })
  void aTimeIsUnderstood(String line, String at, boolean daily) {
    assertThat(ReloadTime.parse(line, now, VIENNA))
        .contains(new ReloadTime(Instant.parse(at), daily));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "25:00:00", "12:00", " 13:00:00", "2026-11-20 10:00:00"})
  void whatIsNoTimeOrHasPassedIsNone(String line) {
    assertThat(ReloadTime.parse(line, now, ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void theReloadComesAtItsTimeAndTheFileGoes() throws IOException {
    ReloadConfig config = at("12:00:10", false);
    ReloadClock clock = clock();
    clock.look(config);
    assertThat(reloads).isZero();
    pass(Duration.ofSeconds(10));
    clock.look(config);
    clock.look(config);
    assertThat(reloads).isOne();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aBareTimeMayRepeatDaily() throws IOException {
    ReloadConfig config = at("12:00:10", true);
    ReloadClock clock = clock();
    for (int day = 1; day <= 3; day++) {
      clock.look(config);
      pass(Duration.ofSeconds(10));
      clock.look(config);
      assertThat(reloads).isEqualTo(day);
      pass(Duration.ofDays(1).minusSeconds(10));
    }
  }

  @Test
  void aFileThatGoesCancels() throws IOException {
    ReloadConfig config = at("12:00:10", false);
    ReloadClock clock = clock();
    clock.look(config);
    Files.delete(Path.of(config.timeFile().orElseThrow()));
    pass(Duration.ofSeconds(10));
    clock.look(config);
    assertThat(reloads).isZero();
  }

  private ReloadClock clock() {
    return new ReloadClock(() -> now, ZoneOffset.UTC, () -> reloads++);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private ReloadConfig at(String time, boolean daily) throws IOException {
    Path file = Files.writeString(directory.resolve("reload-at"), time + "\n");
    return new ReloadConfig(
        Optional.empty(), Optional.of(file.toString()), daily, Optional.empty(), false);
  }
}
