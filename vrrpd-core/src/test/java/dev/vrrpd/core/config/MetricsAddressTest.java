package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9165", "0.0.0.0:1", "[::1]:65535"})
  void addressesPrintAsTheyAreRead(String text) {
    assertThat(MetricsAddress.parse(text).map(MetricsAddress::toString)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9165",
        ":9165",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "::1:9165",
        "[127.0.0.1]:9165",
        "localhost:9165",
        "127.0.0.1:+1"
      })
  void everythingElseIsRefused(String text) {
    assertThat(MetricsAddress.parse(text)).isEmpty();
  }
}
