package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is tracked, and how it counts. */
class TrackingConfigTest {
  @Test
  void scripts_carry_their_arguments_times_and_user() {
    DaemonConfig config =
        Files.config(
            """
            global_defs {
              script_user nobody
            }
            vrrp_script chk {
              script "/usr/bin/ss -ntl | grep ':88 '"
              interval 0.5
              timeout 2
              weight -20 reverse
              rise 2
              fall 3
              init_fail
            }
            vrrp_script own {
              script "</tmp/file" daemon adm
            }
            vrrp_instance V {
              interface eth0
              virtual_router_id 1
              virtual_ipaddress {
                10.0.0.10
              }
              track_script {
                chk
                own weight 5
              }
              track_interface {
                eth1 weight -7
              }
              notify "/usr/bin/tell it"
            }
            """);
    assertThat(config.scripts().getFirst())
        .isEqualTo(
            new ScriptConfig(
                "chk",
                new Command(
                    List.of("/usr/bin/ss", "-ntl", "|", "grep", ":88 "),
                    Optional.of("nobody"),
                    Optional.empty()),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                -20,
                true,
                2,
                3,
                true));
    assertThat(config.scripts().get(1).command())
        .isEqualTo(new Command(List.of("</tmp/file"), Optional.of("daemon"), Optional.of("adm")));
    InstanceConfig instance = config.instances().getFirst();
    assertThat(instance.tracked().scripts())
        .containsExactly(new Tracked("chk", -20, true), new Tracked("own", 5, false));
    assertThat(instance.tracked().links()).containsExactly(new Tracked("eth1", -7, false));
    assertThat(instance.notifications().any().orElseThrow().words())
        .containsExactly("/usr/bin/tell", "it");
  }

  @Test
  void weights_count_in_a_group_only_if_it_says_so() {
    String text =
        """
        vrrp_script s {
          script /bin/true
          weight 10
        }
        vrrp_sync_group G {
          group { V }
          %s
        }
        vrrp_instance V {
          interface eth0
          virtual_router_id 1
          virtual_ipaddress { 10.0.0.10 }
          track_script { s }
          track_interface { eth1 weight 5 }
        }
        """;
    InstanceConfig without = Files.config(text.formatted("")).instances().getFirst();
    assertThat(without.tracked().scripts()).isEmpty();
    assertThat(without.tracked().links()).containsExactly(new Tracked("eth1", 0, false));
    InstanceConfig with =
        Files.config(text.formatted("sync_group_tracking_weight")).instances().getFirst();
    assertThat(with.tracked().scripts()).containsExactly(new Tracked("s", 10, false));
  }
}
