package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Proves;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Authentication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static DaemonConfig config(String text) {
    Loaded loaded = Files.of(text).load();
    assertThat(loaded.config()).as(loaded.text()).isPresent();
    return loaded.config().orElseThrow();
  }

  private static InstanceConfig instance(String... lines) {
    return config(
            "vrrp_instance VI_1 {\ninterface eth0\nvirtual_router_id 51\n"
                + "virtual_ipaddress {\n10.0.0.10\n}\n"
                + String.join("\n", lines)
                + "\n}\n")
        .instances()
        .getFirst();
  }

  private static VirtualRouterParameters parameters(String... lines) {
    return instance(lines).parameters();
  }

  @Test
  void an_instance_with_nothing_but_what_it_needs_has_the_documented_defaults() {
    InstanceConfig instance = instance();
    assertThat(instance.name()).isEqualTo("VI_1");
    assertThat(instance.link()).isEqualTo(new InterfaceName("eth0"));
    assertThat(instance.addresses()).containsExactly(VirtualAddress.of("10.0.0.10", 32));
    assertThat(instance.trackPrimary()).isTrue();
    assertThat(instance.transport())
        .isEqualTo(new Transport.Multicast(IpAddress.of("224.0.0.18"), Optional.empty()));
    assertThat(instance.announcements())
        .isEqualTo(
            new AnnouncementConfig(
                Duration.ofSeconds(5),
                5,
                Duration.ZERO,
                1,
                Duration.ofSeconds(5),
                5,
                Optional.empty(),
                new InquiryConfig(Duration.ofMinutes(1), InquiryConfig.Takeover.WARN)));
    VirtualRouterParameters parameters = instance.parameters();
    assertThat(parameters.version()).isEqualTo(Version.V2);
    assertThat(parameters.priority()).isEqualTo(Priority.DEFAULT);
    assertThat(parameters.advertisementInterval()).isEqualTo(Centiseconds.ONE_SECOND);
    assertThat(parameters.preemptMode()).isTrue();
    assertThat(parameters.acceptMode()).isTrue();
    assertThat(parameters.downTimerAdverts()).isEqualTo(3);
    assertThat(parameters.answersLowerPriority()).isTrue();
    assertThat(parameters.startsAsActive()).isFalse();
  }

  @Test
  void an_address_takes_all_its_options() {
    VirtualAddress address =
        config(
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
  void ipv6_speaks_version_3_whatever_vrrp_version_says() {
    InstanceConfig instance =
        config(
                """
                global_defs {
                  vrrp_version 2
                }
                vrrp_instance V {
                  interface eth0
                  virtual_router_id 1
                  virtual_ipaddress {
                    fe80::1/64
                    2001:db8::1
                  }
                }
                """)
            .instances()
            .getFirst();
    assertThat(instance.parameters().version()).isEqualTo(Version.V3);
    assertThat(instance.parameters().family()).isEqualTo(Family.IPV6);
    assertThat(instance.transport())
        .isEqualTo(new Transport.Multicast(IpAddress.of("ff02::12"), Optional.empty()));
  }

  @Test
  void state_master_without_a_priority_is_an_owner() {
    assertThat(parameters("state MASTER").priority()).isEqualTo(Priority.OWNER);
    assertThat(parameters("state MASTER").startsAsActive()).isTrue();
    assertThat(parameters("state MASTER", "priority 150").startsAsActive()).isFalse();
    assertThat(parameters("priority 255").startsAsActive()).isTrue();
    assertThat(parameters("priority 255", "state BACKUP").startsAsActive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "256", "-1", "high"})
  @Proves(refuses = Rule.PRIORITY_OF_OTHERS)
  void a_priority_that_no_router_can_have_is_refused(String priority) {
    Loaded loaded =
        Files.of(
                "vrrp_instance VI_1 {\ninterface eth0\nvirtual_router_id 51\npriority "
                    + priority
                    + "\nvirtual_ipaddress {\n10.0.0.10\n}\n}\n")
            .load();
    assertThat(loaded.diagnostics())
        .filteredOn(found -> found.severity() == Severity.ERROR)
        .extracting(found -> found.span().line())
        .containsExactly(4);
    assertThat(loaded.config().orElseThrow().instances().getFirst().parameters().priority())
        .isEqualTo(Priority.DEFAULT);
  }

  @Test
  void intervals_are_what_the_version_can_say() {
    assertThat(parameters("advert_int 0.01", "version 3").advertisementInterval().value())
        .isEqualTo(1);
    assertThat(parameters("advert_int 0.25", "version 3").advertisementInterval().value())
        .isEqualTo(25);
    assertThat(parameters("advert_int 41", "version 3").advertisementInterval().value())
        .isEqualTo(4095);
    assertThat(parameters("advert_int 0.3").advertisementInterval())
        .isEqualTo(Centiseconds.ONE_SECOND);
    assertThat(parameters("advert_int 255").advertisementInterval().value()).isEqualTo(25_500);
  }

  @Test
  void nopreempt_counts_only_without_state_master() {
    assertThat(parameters("nopreempt").preemptMode()).isFalse();
    assertThat(parameters("nopreempt", "state MASTER", "priority 90").preemptMode()).isTrue();
    assertThat(parameters("nopreempt", "preempt").preemptMode()).isTrue();
    assertThat(parameters("preempt_delay 2.5").preemptDelay()).isEqualTo(Duration.ofMillis(2500));
    assertThat(parameters("preempt_delay 2.5", "nopreempt").preemptDelay()).isZero();
  }

  @Test
  void a_password_is_cut_at_eight_octets() {
    assertThat(
            parameters("authentication {", "auth_type PASS", "auth_pass 1234567890", "}")
                .authentication())
        .isEqualTo(new Authentication.SimplePassword("12345678"));
    assertThat(
            parameters("authentication {", "auth_type PASS", "auth_pass \"a b\"", "}")
                .authentication())
        .isEqualTo(new Authentication.SimplePassword("a b"));
  }

  @Test
  void unicast_peers_replace_the_group() {
    assertThat(
            instance(
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
    InstanceConfig anywhere = config(file.formatted("")).instances().getFirst();
    InstanceConfig inVrf = config(file.formatted("vrf blue")).instances().getFirst();
    assertThat(anywhere.link()).isEqualTo(InterfaceName.NONE);
    assertThat(inVrf.link()).isEqualTo(new InterfaceName("blue"));
    assertThat(inVrf.addresses())
        .isEqualTo(anywhere.addresses())
        .extracting(address -> address.device().orElseThrow().value())
        .containsExactly("eth1", "eth0");
  }

  @Test
  void scripts_carry_their_arguments_times_and_user() {
    DaemonConfig config =
        config(
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
    InstanceConfig without = config(text.formatted("")).instances().getFirst();
    assertThat(without.tracked().scripts()).isEmpty();
    assertThat(without.tracked().links()).containsExactly(new Tracked("eth1", 0, false));
    InstanceConfig with =
        config(text.formatted("sync_group_tracking_weight")).instances().getFirst();
    assertThat(with.tracked().scripts()).containsExactly(new Tracked("s", 10, false));
  }

  @Test
  void global_settings_reach_instances_wherever_they_stand() {
    DaemonConfig config =
        config(
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
  void strict_mode_decides_what_the_rfc_decides() {
    VirtualRouterParameters strict = parameters("strict_mode");
    assertThat(strict.acceptMode()).isFalse();
    assertThat(strict.answersLowerPriority()).isFalse();
    assertThat(instance("strict_mode").announcements().rivalRepeat()).isZero();
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
