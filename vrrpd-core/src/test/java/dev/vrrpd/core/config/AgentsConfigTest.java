package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.AgentsConfig.Mib;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentsConfigTest {
  @Test
  void nobodyLooksInUnlessAskedFor() {
    assertThat(agents("dbus_service_name org.example")).isEqualTo(AgentsConfig.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "enable_snmp_vrrp, KEEPALIVED",
    "enable_snmp_keepalived, KEEPALIVED",
    "enable_snmp_rfcv2, RFC_2787",
    "enable_snmp_rfcv3, RFC_6527"
  })
  void eachMibHasItsKeyword(String keyword, Mib mib) {
    assertThat(agents(keyword).mibs()).containsExactly(mib);
  }

  @Test
  void oneKeywordStandsForBothRfcs() {
    assertThat(agents("enable_snmp_rfc").mibs()).isEqualTo(Set.of(Mib.RFC_2787, Mib.RFC_6527));
  }

  @Test
  void theFirstSocketCounts() {
    AgentsConfig agents =
        agents("snmp_socket tcp:127.0.0.1:705\n  snmp_socket unix:/other\n  enable_traps");
    assertThat(agents.socket()).isEqualTo("tcp:127.0.0.1:705");
    assertThat(agents.traps()).isTrue();
  }

  @Test
  void theBusHasANameOfItsOwn() {
    assertThat(agents("enable_dbus").busName()).isEqualTo(Optional.of("org.keepalived.Vrrp1"));
    assertThat(agents("enable_dbus\n  dbus_service_name org.example").busName())
        .isEqualTo(Optional.of("org.example"));
  }

  private static AgentsConfig agents(String lines) {
    Loaded loaded =
        Files.of(
                """
                global_defs {
                  %s
                }
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 51
                  virtual_ipaddress {
                    10.0.0.100/24
                  }
                }
                """
                    .formatted(lines))
            .load();
    return loaded.config().orElseThrow().global().doors().agents();
  }
}
