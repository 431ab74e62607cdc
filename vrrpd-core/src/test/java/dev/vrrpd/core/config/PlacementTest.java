package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Where advertisements go, and where the addresses are. */
class PlacementTest {
  @Test
  void an_address_takes_all_its_options() {
    VirtualAddress address =
        Files.config(
                """
                vrrp_instance V {
                  interface eth0
                  virtual_router_id 1
                  virtual_ipaddress {
                    192.0.2.10/27 brd + dev eth1 label eth1:vip scope site no_track preferred_lft 0
                  }
                }
                """)
            .instances()
            .getFirst()
            .addresses()
            .getFirst();
    assertThat(address.prefixLength()).isEqualTo(27);
    assertThat(address.broadcast()).contains(IpAddress.of("192.0.2.31"));
    assertThat(address.device()).contains(new InterfaceName("eth1"));
    assertThat(address.label()).contains("eth1:vip");
    assertThat(address.scope()).isEqualTo(200);
    assertThat(address.tracked()).isFalse();
    assertThat(address.preferredLifetime()).hasValue(0);
  }

  @Test
  void unicast_peers_replace_the_group() {
    assertThat(
            Files.instance(
                    "unicast_src_ip 10.0.0.1",
                    "unicast_ttl 64",
                    "unicast_peer {",
                    "10.0.0.2",
                    "10.0.0.3 min_ttl 60 max_ttl 64",
                    "}")
                .transport())
        .isEqualTo(
            new Transport.Unicast(
                List.of(
                    new Transport.Peer(IpAddress.of("10.0.0.2"), 0, 255),
                    new Transport.Peer(IpAddress.of("10.0.0.3"), 60, 64)),
                Optional.of(IpAddress.of("10.0.0.1")),
                OptionalInt.of(64),
                true));
  }

  @Test
  void unicast_without_an_interface_goes_by_its_vrf_or_where_the_routes_lead() {
    String file =
        """
        global_defs {
          default_interface eth1
        }
        vrrp_instance V {
          %s
          virtual_router_id 51
          unicast_src_ip 10.0.0.1
          unicast_peer {
            b.example
          }
          virtual_ipaddress {
            10.0.0.10/24
            10.0.0.11/24 dev eth0
          }
        }
        """;
    InstanceConfig anywhere = Files.config(file.formatted("")).instances().getFirst();
    InstanceConfig inVrf = Files.config(file.formatted("vrf blue")).instances().getFirst();
    assertThat(anywhere.link()).isEqualTo(InterfaceName.NONE);
    assertThat(inVrf.link()).isEqualTo(new InterfaceName("blue"));
    assertThat(inVrf.addresses())
        .isEqualTo(anywhere.addresses())
        .extracting(address -> address.device().orElseThrow().value())
        .containsExactly("eth1", "eth0");
  }
}
