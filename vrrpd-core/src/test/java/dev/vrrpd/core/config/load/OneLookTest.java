package dev.vrrpd.core.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.value.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OneLookTest {
  private final Asked machine = new Asked();

  @Test
  void a_configuration_of_many_instances_asks_the_machine_each_question_once() {
    load();
    assertThat(machine.questions)
        .contains(
            "link eth0",
            "mtu eth0",
            "user nobody",
            "script /bin/notify nobody",
            "script /bin/ok nobody",
            "number blue")
        .doesNotHaveDuplicates();
  }

  @Test
  void the_next_configuration_asks_again() {
    load();
    int once = machine.questions.size();
    load();
    assertThat(machine.questions).hasSize(2 * once);
  }

  private void load() {
    StringBuilder instances = new StringBuilder();
    for (int vrid = 1; vrid < 10; vrid++) {
      instances.append(
          """
          vrrp_instance V%1$d {
            interface eth0
            virtual_router_id %1$d
            notify /bin/notify nobody
            virtual_ipaddress {
              10.0.0.%1$d
            }
            virtual_routes {
              10.%1$d.0.0/16 dev eth0 table blue
            }
            track_script {
              ok
              again
            }
          }
          """
              .formatted(vrid));
    }
    assertThat(
            Configuration.load(
                    Files.of(SCRIPTS + instances),
                    "vrrpd.conf",
                    LoadOptions.elsewhere("node1").on(machine))
                .hasErrors())
        .isFalse();
  }

  private static final String SCRIPTS =
      """
      vrrp_script ok {
        script /bin/ok
        user nobody
      }
      vrrp_script again {
        script /bin/ok
        user nobody
      }
      """;

  /** Has everything, and remembers what it was asked. */
  private static final class Asked implements Machine {
    private final List<String> questions = new ArrayList<>();

    @Override
    public boolean linkExists(InterfaceName name) {
      return questions.add("link " + name);
    }

    @Override
    public boolean isLoopback(InterfaceName name) {
      return false;
    }

    @Override
    public int mtu(InterfaceName name) {
      questions.add("mtu " + name);
      return 1500;
    }

    @Override
    public boolean userExists(String user) {
      return questions.add("user " + user);
    }

    @Override
    public boolean groupExists(String group) {
      return questions.add("group " + group);
    }

    @Override
    public ScriptFinding script(Command command, String user) {
      questions.add("script " + String.join(" ", command.words()) + " " + user);
      return new ScriptFinding.Usable();
    }

    @Override
    public Secret secret(String path) {
      questions.add("secret " + path);
      return ELSEWHERE.secret(path);
    }

    @Override
    public OptionalLong number(List<String> directories, String file, String name) {
      questions.add("number " + name);
      return OptionalLong.of(7);
    }
  }
}
