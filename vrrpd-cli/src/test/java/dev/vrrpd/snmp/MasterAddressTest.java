package dev.vrrpd.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterAddressTest {
  @ParameterizedTest
  @CsvSource({
    "unix:/var/agentx/master, /var/agentx/master",
    "/run/agentx, /run/agentx",
    "tcp:127.0.0.1:1705, /127.0.0.1:1705",
    "127.0.0.1, /127.0.0.1:705",
    "tcp6:[::1]:705, /[0:0:0:0:0:0:0:1]:705"
  })
  void socketsAreWrittenAsForSnmpd(String text, String address) {
    assertThat(MasterAddress.of(text)).hasToString(address);
  }
}
