package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.Version;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A file as a whole. */
class ConfigurationTest {
  @Test
  void global_settings_reach_instances_wherever_they_stand() {
    DaemonConfig config =
        Files.config(
            """
            vrrp_instance V {
              interface eth0
              virtual_router_id 1
              virtual_ipaddress {
                10.0.0.10
              }
            }
            global_defs {
              router_id lb01
              vrrp_version 3
              vrrp_garp_master_delay 1
              vrrp_garp_master_repeat 2
              vrrp_down_timer_adverts 4
              vrrp_lower_prio_no_advert
              vrrp_startup_delay 1.5
              vrrp_rt_priority 0
              vrrp_no_swap
            }
            """);
    VirtualRouterParameters parameters = config.instances().getFirst().parameters();
    assertThat(parameters.version()).isEqualTo(Version.V3);
    assertThat(parameters.downTimerAdverts()).isEqualTo(4);
    assertThat(parameters.answersLowerPriority()).isFalse();
    assertThat(config.instances().getFirst().announcements().repeat()).isEqualTo(2);
    assertThat(config.global())
        .isEqualTo(
            new GlobalConfig(
                Optional.of("lb01"),
                Optional.empty(),
                Optional.empty(),
                false,
                Duration.ofMillis(1500),
                OptionalInt.of(0),
                true,
                false,
                false));
  }

  @Test
  void a_missing_file_is_an_error_and_not_an_empty_configuration() {
    Loaded loaded = new Files().load();
    assertThat(loaded.config()).isEmpty();
    assertThat(loaded.startStatus()).isEqualTo(6);
    assertThat(loaded.forReload()).isEmpty();
  }

  @Test
  void what_is_good_enough_to_start_is_not_always_good_enough_to_replace_what_runs() {
    Loaded loaded = Files.of("frobnicate").load();
    assertThat(loaded.config()).isPresent();
    assertThat(loaded.forReload()).isEmpty();
  }

  @Test
  void tens_of_thousands_of_instances_are_written_as_two_loops() {
    Loaded loaded =
        Files.of(
                """
                $BODY= \\
                vrrp_instance VI_${LINK}_${ID} { \\
                  interface eth${LINK} \\
                  virtual_router_id $ID \\
                  virtual_ipaddress { \\
                    10.${LINK}.0.$ID \\
                  } \\
                }
                ~SEQ(LINK, 0, 255) ~SEQ(ID, 1, 254) $BODY
                """)
            .load();
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.config().orElseThrow().instances()).hasSize(65_024);
  }
}
