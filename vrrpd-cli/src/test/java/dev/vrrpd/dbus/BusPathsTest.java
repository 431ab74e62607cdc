package dev.vrrpd.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import org.junit.jupiter.api.Test;

class BusPathsTest {
  private static String path(String globals, String link) {
    DaemonConfig config =
        Files.of(
                """
                global_defs {
                  %s
                }
                vrrp_instance V {
                  %s
                  virtual_router_id 51
                  unicast_src_ip 10.9.0.1
                  unicast_peer {
                    10.9.0.2
                  }
                  virtual_ipaddress {
                    10.9.0.100 dev eth0
                  }
                }
                """
                    .formatted(globals, link))
            .load()
            .config()
            .orElseThrow();
    return new BusPaths(config.global().doors()).of(config.instances().getFirst());
  }

  @Test
  void anInstanceIsFoundByItsInterfaceOrByTheWordForNone() {
    assertThat(path("", "interface eth0.7"))
        .isEqualTo("/org/keepalived/Vrrp1/Instance/eth0_7/51/IPv4");
    assertThat(path("", "")).isEqualTo("/org/keepalived/Vrrp1/Instance/none/51/IPv4");
    assertThat(path("dbus_no_interface_name somewhere", ""))
        .isEqualTo("/org/keepalived/Vrrp1/Instance/somewhere/51/IPv4");
  }
}
