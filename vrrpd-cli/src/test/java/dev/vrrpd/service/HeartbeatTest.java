package dev.vrrpd.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path directory;

  @Test
  void eachBeatMovesTheTimeOfTheFile() throws Exception {
    Path file = directory.resolve("heartbeat");
    Heartbeat heartbeat = new Heartbeat(file);
    heartbeat.beat(NOON);
    heartbeat.beat(NOON.plusSeconds(1));
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void aFileThatCannotBeMadeDoesNotDisturbTheLoop() {
    Heartbeat heartbeat = new Heartbeat(directory.resolve("absent/heartbeat"));
    assertThatCode(() -> heartbeat.beat(NOON)).doesNotThrowAnyException();
  }
}
