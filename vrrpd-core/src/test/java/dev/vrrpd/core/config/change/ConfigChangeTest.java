package dev.vrrpd.core.config.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigChangeTest {
  private static final String BASE =
      """
      global_defs {
        router_id lb1
      }
      vrrp_script chk {
        script /bin/true
        interval 5
      }
      vrrp_instance A {
        interface eth0
        virtual_router_id 51
        priority 100
        authentication {
          auth_type PASS
          auth_pass secret
        }
        virtual_ipaddress {
          10.0.0.10/24
          10.0.0.11/24
        }
        track_script {
          chk
        }
      }
      vrrp_instance B {
        interface eth0
        virtual_router_id 52
        virtual_ipaddress {
          10.0.0.20/24
        }
      }
      vrrp_sync_group G {
        group {
          A
          B
        }
      }
      """;

  @Test
  void theSameConfigurationInOtherWordsChangesNothing() {
    assertThat(plan("interval 5", "interval 5.0 # seconds")).isEmpty();
  }

  @Test
  void otherValuesOfAnInstanceChangeItInPlace() {
    assertThat(plan("priority 100", "priority 150"))
        .containsExactly(
            """
            ~ vrrp_instance A: goes on, changed in place
                - priority 100
                + priority 150\
            """);
    assertThat(plan("10.0.0.11/24", "10.0.0.12/24\n10.0.0.13/24"))
        .containsExactly(
            """
            ~ vrrp_instance A: goes on, changed in place
                - virtual_ipaddress 10.0.0.11/24
                + virtual_ipaddress 10.0.0.12/24
                + virtual_ipaddress 10.0.0.13/24\
            """);
  }

  @Test
  void anotherOrderOfAddressesIsAChange() {
    assertThat(plan("10.0.0.10/24\n    10.0.0.11/24", "10.0.0.11/24\n10.0.0.10/24"))
        .containsExactly(
            """
            ~ vrrp_instance A: goes on, changed in place
                - virtual_ipaddress 10.0.0.10/24
                - virtual_ipaddress 10.0.0.11/24
                + virtual_ipaddress 10.0.0.11/24
                + virtual_ipaddress 10.0.0.10/24\
            """);
  }

  @Test
  void anotherPasswordIsToldAndNotShown() {
    assertThat(plan("auth_pass secret", "auth_pass other"))
        .containsExactly(
            """
            ~ vrrp_instance A: goes on, changed in place
                - authentication auth_pass ********
                + authentication auth_pass ********\
            """);
  }

  @Test
  void anotherVridIsAnotherRouter() {
    assertThat(plan("virtual_router_id 52", "virtual_router_id 53"))
        .containsExactly(
            """
            ~ vrrp_instance B: resigns and begins anew
                - virtual_router_id 52
                + virtual_router_id 53\
            """);
  }

  @Test
  void removalsComeFirstThenAdditionsThenChanges() {
    assertThat(plan("vrrp_instance B", "vrrp_instance C"))
        .as("B was a member of the group")
        .containsExactly(
            "- vrrp_instance B: resigns, its addresses go",
            "+ vrrp_instance C: begins",
            "~ vrrp_sync_group G\n    - group B");
  }

  @Test
  void scriptsGroupsAndGlobalSettingsAreNamed() {
    assertThat(plan("interval 5", "interval 5\nfall 2"))
        .containsExactly("~ vrrp_script chk\n    - fall 1\n    + fall 2");
    assertThat(plan("router_id lb1", "metrics 127.0.0.1:9165"))
        .containsExactly("~ global_defs\n    - router_id lb1\n    + metrics 127.0.0.1:9165");
    assertThat(plan("vrrp_sync_group G {", "vrrp_sync_group G {\nnotify /bin/true"))
        .containsExactly("~ vrrp_sync_group G\n    + notify \"/bin/true\"");
    assertThat(plan("global_defs {", "use_pid_dir\nglobal_defs {"))
        .containsExactly("~ outside of blocks\n    + use_pid_dir");
  }

  private static List<String> plan(String from, String to) {
    assertThat(BASE).contains(from);
    return ConfigChange.between(config(BASE), config(BASE.replace(from, to))).stream()
        .map(ConfigChange::toString)
        .toList();
  }

  private static DaemonConfig config(String text) {
    Loaded loaded = Files.of(text).load();
    return loaded.config().orElseThrow(() -> new AssertionError(loaded.text()));
  }
}
