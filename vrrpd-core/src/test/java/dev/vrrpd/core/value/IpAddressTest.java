package dev.vrrpd.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "010.001.0.09, 10.1.0.9",
    "2001:DB8::1, 2001:db8::1",
    "::ffff:192.0.2.1, ::ffff:c000:201",
  })
  void aLiteralIsRead(String literal, String address) {
    assertThat(IpAddress.parse(literal)).map(IpAddress::toString).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "...", "1.2.3", "1.2.3.4.5", "1.2.3.4.", ".1.2.3.4", "1..2.3", "256.0.0.1",
        "1.2.3.0004", "1.2.3.-4", "1.2.3.4 ", "1.2.3.٤", "a.b.c.d", "example.org", ":", "1:2",
            "fe80::1%eth0",
      })
  void anythingElseIsNone(String literal) {
    assertThat(IpAddress.parse(literal)).isEmpty();
  }
}
