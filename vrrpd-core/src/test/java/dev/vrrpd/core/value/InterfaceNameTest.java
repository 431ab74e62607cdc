package dev.vrrpd.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"eth0", "enp0s3.41", "fifteen-letters", "\u00e9th0", "..."})
  void theKernelTakesIt(String name) {
    assertThat(InterfaceName.isValid(name)).isTrue();
  }

  /** Eight letters of two octets each are sixteen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "eth0:1",
        "a b",
        "a\tb",
        "sixteen--letters",
        "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
      })
  void theKernelRefusesIt(String name) {
    assertThat(InterfaceName.isValid(name)).isFalse();
  }
}
