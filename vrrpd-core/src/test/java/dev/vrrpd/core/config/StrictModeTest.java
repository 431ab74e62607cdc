package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.InquiryConfig.Takeover;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.wire.Authentication;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code strict_mode}, rule by rule: what it refuses, and what it decides otherwise. */
class StrictModeTest {
  static Stream<Arguments> rules() {
    return Stream.of(
        decided("", i -> i.parameters().acceptMode(), true, false),
        decided("priority 255", i -> i.parameters().acceptMode(), true, true),
        decided("version 3\naccept", i -> i.parameters().acceptMode(), true, true),
        decided("version 2\naccept", i -> i.parameters().acceptMode(), true, false),
        decided("", i -> i.parameters().answersLowerPriority(), true, false),
        decided(
            "higher_prio_send_advert", i -> i.parameters().answersHigherPriority(), true, false),
        decided("priority 255", i -> i.parameters().ownerListens(), true, false),
        decided("down_timer_adverts 7", i -> i.parameters().downTimerAdverts(), 7, 3),
        decided("state BACKUP\npriority 255", i -> i.parameters().startsAsActive(), false, true),
        decided(
            "",
            i -> i.announcements().inquiries(),
            new InquiryConfig(Duration.ofMinutes(1), Takeover.WARN),
            InquiryConfig.OFF),
        decided(
            "rival_probe 9",
            i -> i.announcements().inquiries().period(),
            Duration.ofSeconds(9),
            Duration.ofSeconds(9)),
        decided(
            "takeover_probe warn",
            i -> i.announcements().inquiries().takeover(),
            Takeover.WARN,
            Takeover.WARN),
        decided(
            "rival_probe off\ntakeover_probe off",
            i -> i.announcements().inquiries(),
            InquiryConfig.OFF,
            InquiryConfig.OFF),
        decided("garp_lower_prio_repeat 4", i -> i.announcements().rivalRepeat(), 4, 0),
        decided(
            "garp_lower_prio_delay 4",
            i -> i.announcements().rivalDelay(),
            Duration.ofSeconds(4),
            Duration.ZERO),
        told(
            "preempt_delay 5",
            i -> i.parameters().preemptDelay(),
            Duration.ofSeconds(5),
            Duration.ZERO,
            Code.STRICT_ADJUSTMENT),
        told(
            "authentication {\nauth_type PASS\nauth_pass secret\n}",
            i -> i.parameters().authentication(),
            new Authentication.SimplePassword("secret"),
            Authentication.NONE,
            Code.STRICT_ADJUSTMENT),
        told(
            "use_vmac vrrp.51 02:00:00:00:00:51",
            StrictModeTest::mac,
            "02:00:00:00:00:51",
            "00:00:5e:00:01:33",
            Code.STRICT_ADJUSTMENT),
        told(
            "use_vmac\nvmac_xmit_base",
            i -> i.placement().advertisesFromBase(),
            true,
            false,
            Code.STRICT_ADJUSTMENT),
        told(
            "unicast_peer {\n10.0.0.2\n}",
            i -> i.transport() instanceof Transport.Unicast,
            true,
            true,
            Code.STRICT_VIOLATION));
  }

  private static Arguments decided(
      String lines, Function<InstanceConfig, Object> fact, Object lenient, Object strict) {
    return Arguments.of(lines, fact, lenient, strict, Optional.empty());
  }

  private static Arguments told(
      String lines,
      Function<InstanceConfig, Object> fact,
      Object lenient,
      Object strict,
      Code code) {
    return Arguments.of(lines, fact, lenient, strict, Optional.of(code));
  }

  private static String mac(InstanceConfig instance) {
    return instance
        .placement()
        .home()
        .map(VirtualLink::type)
        .map(VirtualLink.PrivateMacvlan.class::cast)
        .map(VirtualLink.PrivateMacvlan::mac)
        .map(MacAddress::toString)
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {2}, strict: {3}")
  @MethodSource("rules")
  void strictModeDecides(
      String lines,
      Function<InstanceConfig, Object> fact,
      Object lenient,
      Object strict,
      Optional<Code> code) {
    Loaded free = load("10.0.0.10", lines);
    Loaded bound = load("10.0.0.10", lines + "\nstrict_mode");
    assertThat(fact.apply(instance(free))).isEqualTo(lenient);
    assertThat(fact.apply(instance(bound))).isEqualTo(strict);
    code.ifPresent(told -> {
      assertThat(free.diagnostics()).extracting(Diagnostic::code).doesNotContain(told);
      assertThat(bound.diagnostics()).extracting(Diagnostic::code).contains(told);
    });
  }

  @ParameterizedTest
  @MethodSource("firstAddresses")
  void theFirstIpv6AddressHasToBeLinkLocal(String first, boolean right) {
    Loaded bound = load(first + "\nfe80::7\nfd09::8", "strict_mode");
    assertThat(bound.diagnostics().stream().anyMatch(d -> d.code() == Code.STRICT_VIOLATION))
        .isEqualTo(!right);
  }

  static Stream<Arguments> firstAddresses() {
    return Stream.of(Arguments.of("fe80::5:5", true), Arguments.of("fd09::5", false));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void ipv6HasVersion3Only(String mode, Version version) {
    InstanceConfig instance = instance(load("fe80::5:5", "version 2\n" + mode));
    assertThat(instance.parameters().version()).isEqualTo(version);
  }

  static Stream<Arguments> versions() {
    return Stream.of(Arguments.of("", Version.V2), Arguments.of("strict_mode", Version.V3));
  }

  private static InstanceConfig instance(Loaded loaded) {
    return loaded.config().orElseThrow().instances().getFirst();
  }

  private static Loaded load(String addresses, String lines) {
    return Files.of(
            """
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              %s
              virtual_ipaddress {
                %s
              }
            }
            """
                .formatted(lines, addresses))
        .load();
  }
}
