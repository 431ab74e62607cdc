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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What section 6.1 of RFC 9568 calls parameters, and what keepalived adds to them. */
class InstanceParametersTest {
  private static VirtualRouterParameters parameters(String... lines) {
    return Files.instance(lines).parameters();
  }

  @Test
  void an_instance_with_nothing_but_what_it_needs_has_the_documented_defaults() {
    InstanceConfig instance = Files.instance();
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
  void ipv6_speaks_version_3_whatever_vrrp_version_says() {
    InstanceConfig instance =
        Files.config(
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
  void strict_mode_decides_what_the_rfc_decides() {
    VirtualRouterParameters strict = parameters("strict_mode");
    assertThat(strict.acceptMode()).isFalse();
    assertThat(strict.answersLowerPriority()).isFalse();
    assertThat(Files.instance("strict_mode").announcements().rivalRepeat()).isZero();
  }
}
