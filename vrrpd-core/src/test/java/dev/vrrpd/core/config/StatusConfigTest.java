package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code status_socket}. */
class StatusConfigTest {
  @Test
  void withoutTheKeywordRootFindsItInTheUsualPlace() {
    assertThat(status("")).isEqualTo(new StatusConfig(true, Optional.empty(), 0600));
  }

  @Test
  void aPlaceAModeAndNoneAreUnderstood() {
    assertThat(status("status_socket /run/s"))
        .isEqualTo(new StatusConfig(true, Optional.of("/run/s"), 0600));
    assertThat(status("status_socket /run/s 0660"))
        .isEqualTo(new StatusConfig(true, Optional.of("/run/s"), 0660));
    assertThat(status("status_socket /run/s 666").mode()).isEqualTo(0666);
    assertThat(status("status_socket none").served()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run/s", "/run/s 0888", "/run/s rw", "/run/s 60", "off"})
  void anythingElseIsAMistake(String words) {
    assertThat(load("status_socket " + words).text()).contains("error: invalid-value");
  }

  @Test
  void aPathThatNoSocketCanHaveIsAMistake() {
    assertThat(load("status_socket /" + "x".repeat(106)).text()).doesNotContain("error");
    assertThat(load("status_socket /" + "x".repeat(107)).text())
        .contains("cannot be the path of a UNIX socket");
  }

  private static StatusConfig status(String line) {
    return load(line).config().orElseThrow().global().doors().status();
  }

  private static Loaded load(String line) {
    return Files.of("global_defs {\n" + line + "\n}\n").load();
  }
}
