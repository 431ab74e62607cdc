package dev.vrrpd.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.load.Configuration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What keywords can only be wrong about together: each is found, at the words that are wrong, with
 * something to write instead; and the same file without the mistake is left in peace.
 */
class SemanticChecksTest {
  private static final String FILE =
      """
      global_defs {
        enable_script_security
        script_user root
      }
      vrrp_script chk {
        script /bin/true
      }
      vrrp_instance A {
        interface eth0
        virtual_router_id 51
        priority 100
        advert_int 1
        authentication {
          auth_type PASS
          auth_pass secret
        }
        virtual_ipaddress {
          10.0.0.10/24
        }
        track_script {
          chk weight 5
        }
      }
      vrrp_instance B {
        interface eth1
        virtual_router_id 52
        virtual_ipaddress {
          10.0.1.10/24
        }
      }
      vrrp_sync_group G {
        group {
          A
          B
        }
        sync_group_tracking_weight
      }
      """;

  private static final String MANY =
      IntStream.rangeClosed(1, 256)
          .mapToObj(i -> "10.1.%d.%d/24".formatted(i / 200, i % 200 + 1))
          .collect(Collectors.joining("\n"));

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row("advert_int 1", "advert_int 1.5", Code.INTERVAL_ADJUSTED, "advert_int 1.5"),
        row("auth_pass secret", "auth_pass 123456789", Code.PASSWORD_CUT, "123456789"),
        row(
            "priority 100",
            "state MASTER\npriority 100\nnopreempt",
            Code.STATE_MASTER_CONFLICT,
            "nopreempt"),
        row(
            "interface eth1\n  virtual_router_id 52",
            "interface eth0\n  virtual_router_id 51",
            Code.DUPLICATE_VRID,
            "virtual_router_id 51"),
        row("10.0.1.10/24", "10.0.0.10/24 dev eth0", Code.ADDRESS_IN_TWO_INSTANCES, "10.0.0.10/24"),
        row("    B\n", "    B\n    NOPE\n", Code.UNKNOWN_NAME, "NOPE"),
        row("    B\n", "    B\n    A\n", Code.GROUP_MEMBER_TAKEN, "A"),
        row(
            "vrrp_sync_group G {",
            "vrrp_sync_group H {\n  group {\n    A\n    B\n  }\n}\nvrrp_sync_group G {",
            Code.GROUP_MEMBER_TAKEN,
            "A"),
        row("priority 100", "priority 254", Code.WEIGHT_CLAMPED, "chk"),
        row("priority 100", "priority 255", Code.WEIGHT_WITHOUT_EFFECT, "chk"),
        row("  sync_group_tracking_weight\n", "", Code.WEIGHT_WITHOUT_EFFECT, "chk"),
        row("script /bin/true", "script /bin/absent", Code.SCRIPT_NOT_FOUND, "/bin/absent"),
        row("script /bin/true", "script /etc/hostname", Code.SCRIPT_NOT_FOUND, "/etc/hostname"),
        row("script /bin/true", "script /tmp/check", Code.SCRIPT_INSECURE, "/tmp/check"),
        row("10.0.1.10/24", "10.0.1.10/24\nfd00::1/64", Code.MIXED_FAMILY, "fd00::1/64"),
        row("10.0.1.10/24", MANY, Code.TOO_MANY_ADDRESSES, "10.1.1.57/24"),
        row("interface eth1", "interface eth9", Code.INTERFACE_ABSENT, "interface eth9"),
        row(
            "priority 100",
            "nopreempt\npreempt_delay 5",
            Code.NOPREEMPT_CONFLICT,
            "preempt_delay 5"),
        row(
            "priority 100",
            "unicast_src_ip 10.0.0.1",
            Code.UNICAST_WITHOUT_PEERS,
            "unicast_src_ip 10.0.0.1"),
        row("sync_group_tracking_weight", "global_tracking", Code.DEPRECATED, "global_tracking"));
  }

  private static Arguments row(String from, String to, Code code, String place) {
    return Arguments.of(from, to, code, place);
  }

  @ParameterizedTest(name = "{2} at {3}")
  @MethodSource("mistakes")
  void aMistakeIsFoundWhereItStandsWithARemedy(String from, String to, Code code, String place) {
    assertThat(FILE).contains(from);
    Loaded loaded = load(FILE.replace(from, to));
    assertThat(loaded.diagnostics())
        .as(loaded.text())
        .anySatisfy(found -> {
          assertThat(found.code()).isEqualTo(code);
          assertThat(words(loaded, found)).isEqualTo(place);
          assertThat(found.help()).as("a remedy").isPresent();
        });
  }

  private static String words(Loaded loaded, Diagnostic found) {
    String line = loaded.line(found.span()).orElse("");
    int from = found.span().column() - 1;
    return line.substring(from, from + found.span().length());
  }

  @Test
  void theFileWithoutAMistakeIsLeftInPeace() {
    assertThat(load(FILE).diagnostics()).noneMatch(found -> found.severity() != Severity.NOTICE);
  }

  @Test
  void anUnsafeScriptIsToldWithTheComponentOfItsPathItsOwnerAndItsMode() {
    assertThat(load(FILE.replace("script /bin/true", "script /tmp/check")).text())
        .contains("others can change '/tmp/check': owner alice, mode 0777")
        .contains("chown root '/tmp/check' && chmod go-w '/tmp/check'");
  }

  private static Loaded load(String text) {
    return Configuration.load(
        Files.of(text), "vrrpd.conf", LoadOptions.elsewhere("node1").on(new SmallMachine()));
  }
}
