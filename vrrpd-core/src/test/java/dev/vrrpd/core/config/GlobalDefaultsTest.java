package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.InquiryConfig.Takeover;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.wire.ChecksumRule;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code global_defs} says counts for each instance that says nothing of its own. */
class GlobalDefaultsTest {
  private static final String GLOBAL = "global_defs {\n%s\n}\n";

  static Stream<Arguments> defaults() {
    return Stream.of(
        row("vrrp_version 3", i -> i.parameters().version(), Version.V3),
        row("vrrp_mcast_group4 224.0.0.99", ipv4 -> ipv4.transport(), group("224.0.0.99")),
        row("vrrp_check_unicast_src", GlobalDefaultsTest::checksSource, true),
        row("vrrp_skip_check_adv_addr", i -> i.parameters().checksAddressList(), false),
        row("vrrp_lower_prio_no_advert", i -> i.parameters().answersLowerPriority(), false),
        row("vrrp_higher_prio_send_advert", i -> i.parameters().answersHigherPriority(), true),
        row("vrrp_down_timer_adverts 5", i -> i.parameters().downTimerAdverts(), 5),
        row("vrrp_strict", i -> i.parameters().acceptMode(), false),
        row("vrrp_garp_master_delay 1", i -> i.announcements().delay(), Duration.ofSeconds(1)),
        row("vrrp_garp_master_repeat 2", i -> i.announcements().repeat(), 2),
        row("vrrp_garp_master_refresh 3", i -> i.announcements().refresh(), Duration.ofSeconds(3)),
        row("vrrp_garp_master_refresh_repeat 4", i -> i.announcements().refreshRepeat(), 4),
        row(
            "vrrp_garp_lower_prio_delay 6",
            i -> i.announcements().rivalDelay(),
            Duration.ofSeconds(6)),
        row("vrrp_garp_lower_prio_repeat 7", i -> i.announcements().rivalRepeat(), 7),
        row(
            "vrrp_rival_probe 7",
            i -> i.announcements().inquiries().period(),
            Duration.ofSeconds(7)),
        row("vrrp_rival_probe off", i -> i.announcements().inquiries().period(), Duration.ZERO),
        row("vrrp_takeover_probe off", i -> i.announcements().inquiries().takeover(), Takeover.OFF),
        row("vrrp_min_garp", i -> i.announcements().repeat(), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vrrp_rlimit_rttime 20000", "vrrp_rlimit_rtime 20000"})
  void the_old_spelling_of_the_limit_means_the_same(String line) {
    assertThat(tuning(line).realTimeLimitMicros()).hasValue(20_000);
  }

  @Test
  void a_limit_of_one_microsecond_would_be_none_and_a_bad_processor_discards_the_list() {
    assertThat(tuning("vrrp_rlimit_rttime 1").realTimeLimitMicros()).hasValue(2);
    assertThat(tuning("vrrp_cpu_affinity 3 1 3").processors()).containsExactly(1, 3);
    assertThat(tuning("vrrp_cpu_affinity 1 x").processors()).isEmpty();
    assertThat(tuning("vrrp_cpu_affinity 1024").processors()).isEmpty();
  }

  private static TuningConfig tuning(String line) {
    Loaded loaded = Files.of(GLOBAL.formatted(line)).load();
    return loaded.config().orElseThrow().global().doors().process().tuning();
  }

  private static Arguments row(
      String line, Function<InstanceConfig, Object> value, Object expected) {
    return Arguments.of(GLOBAL.formatted(line), value, expected);
  }

  private static Transport group(String address) {
    return new Transport.Multicast(IpAddress.of(address), Optional.empty());
  }

  private static boolean checksSource(InstanceConfig instance) {
    return instance.transport() instanceof Transport.Unicast unicast && unicast.checkSource();
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void aGlobalDefaultReachesAnInstance(
      String global, Function<InstanceConfig, Object> value, Object expected) {
    String peers = global.contains("unicast") ? "unicast_peer {\n10.0.0.2\n}\n" : "";
    String rest =
        "vrrp_instance V {\ninterface eth0\nvirtual_router_id 1\n"
            + peers
            + "virtual_ipaddress {\n10.0.0.10\n}\n}\n";
    assertThat(value.apply(instance(global + rest))).isEqualTo(expected);
    assertThat(value.apply(instance(rest))).as("without it").isNotEqualTo(expected);
  }

  @Test
  void theGroupOfIpv6IsADefaultOfItsOwn() {
    InstanceConfig instance =
        instance(
            """
            global_defs {
              vrrp_mcast_group6 ff02::99
            }
            vrrp_instance V {
              interface eth0
              virtual_router_id 1
              native_ipv6
              virtual_ipaddress {
                fe80::10
              }
            }
            """);
    assertThat(instance.transport()).isEqualTo(group("ff02::99"));
    assertThat(instance.parameters().family()).isEqualTo(Family.IPV6);
    assertThat(instance.parameters().version()).isEqualTo(Version.V3);
  }

  @Test
  void theChecksumOfOldReleasesIsForAllOrForOne() {
    String all =
        """
        global_defs {
          v3_checksum_as_v2
        }
        vrrp_instance V {
          interface eth0
          virtual_router_id 1
          virtual_ipaddress {
            10.0.0.10
          }
        }
        """;
    assertThat(instance(all).parameters().checksumRule()).isEqualTo(ChecksumRule.MESSAGE_ONLY);
    assertThat(
            instance(all.replace("interface", "v3_checksum_as_v2 false\ninterface"))
                .parameters()
                .checksumRule())
        .isEqualTo(ChecksumRule.WITH_PSEUDO_HEADER);
  }

  @Test
  void aGroupHasScriptsOfItsOwn() {
    SyncGroupConfig group =
        config(
                """
                vrrp_sync_group G {
                  group {
                    A
                    B
                  }
                  notify_master /bin/master
                  notify_backup /bin/backup
                  notify_fault /bin/fault
                  notify_stop /bin/stop
                  notify /bin/any
                  notify_priority_changes
                }
                vrrp_instance A {
                  interface eth0
                  virtual_router_id 1
                }
                vrrp_instance B {
                  interface eth1
                  virtual_router_id 1
                }
                """)
            .syncGroups()
            .getFirst();
    NotifyConfig scripts = group.notifications();
    assertThat(
            Stream.of(
                    scripts.master(),
                    scripts.backup(),
                    scripts.fault(),
                    scripts.stop(),
                    scripts.any())
                .map(command -> command.orElseThrow().words().getFirst()))
        .containsExactly("/bin/master", "/bin/backup", "/bin/fault", "/bin/stop", "/bin/any");
  }

  private static InstanceConfig instance(String text) {
    return config(text).instances().getFirst();
  }

  private static DaemonConfig config(String text) {
    Loaded loaded = Files.of(text).load();
    return loaded.config().orElseThrow(() -> new AssertionError(loaded.text()));
  }
}
