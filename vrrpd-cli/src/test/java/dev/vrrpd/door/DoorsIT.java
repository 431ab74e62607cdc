package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keepalived does for those who look in, and vrrpd does as well. */
@InLab
class DoorsIT {
  private static final String CONFIG =
      """
      global_defs {
        router_id lb01
        script_user root
        notify_fifo %1$s/fifo
        notify_fifo_script %1$s/reader
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 150
        advert_int 1
        virtual_ipaddress {
          10.0.0.100/24
        }
      }
      """;

  /** Keeps what it reads where the test finds it. */
  private static final String READER =
      """
      #!/bin/sh
      exec cat "$1" > %1$s/lines
      """;

  private Node node;

  private Program start(Lab lab, Software software) {
    node = lab.node("a", "10.0.0.1/24");
    String home = node.write("here", "").getParent().toString();
    node.script("reader", READER.formatted(home));
    String file = software.configure(node, CONFIG.formatted(home));
    var command = new ArrayList<>(List.of("env", "TMPDIR=" + home));
    command.addAll(software.command(List.of("-n", "-l", "-D", "-f", file)));
    Program program = node.start("daemon", command);
    program.awaitLine("Entering MASTER STATE");
    return program;
  }

  @ParameterizedTest
  @EnumSource(Software.class)
  void signalsWriteDumpsAndFifosTellStates(Software software, Lab lab) {
    Program program = start(lab, software);
    node.awaitAddress("10.0.0.100", true);
    signal(program, "USR1", "Printing VRRP data for process");
    assertThat(await("keepalived.data"))
        .contains("   State = MASTER", "     10.0.0.100/24 dev eth0 scope global set");
    assertThat(await("keepalived_parent.data")).contains(" Router ID = lb01");
    signal(program, "USR2", "Printing VRRP stats for process");
    assertThat(await("keepalived.stats")).contains("VRRP Instance: VI_1", "  Became master: 1");
    signal(program, "36", "Printing VRRP as json for process");
    assertThat(await("keepalived.json")).startsWith("[{\"data\":{\"iname\":\"VI_1\"");
    signal(program, "63", "Printing and clearing VRRP stats for process");
    int mark = program.mark();
    node.exec("rm", home("keepalived.stats"));
    program.signal("USR2");
    program.awaitLine(mark, "Printing VRRP stats");
    assertThat(await("keepalived.stats")).contains("  Became master: 0");
    assertThat(program.terminate()).isZero();
    String told = "INSTANCE \"VI_1\" BACKUP 150\nINSTANCE \"VI_1\" MASTER 150\n";
    String farewell = "INSTANCE \"VI_1\" STOP 150\n";
    switch (software) { // keepalived ends its reader before it can have read the last line
      case KEEPALIVED -> assertThat(node.read("lines")).isIn(told, told + farewell);
      case VRRPD -> {
        assertThat(node.read("lines")).isEqualTo(told + farewell);
        assertThat(node.attempt("test", "-e", home("fifo")).exit()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Software.class)
  void startupAndShutdownScriptsEncloseTheLife(Software software, Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    String home = node.write("here", "").getParent().toString();
    node.script("life", "#!/bin/sh\necho $1 >> %s/life.log\n".formatted(home));
    String file =
        software.configure(
            node,
            """
            global_defs {
              script_user root
              process_name router
              startup_script "%1$s/life up"
              shutdown_script "%1$s/life down"
            }
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              virtual_ipaddress {
                10.0.0.100/24
              }
            }
            """
                .formatted(home));
    Program program = node.start("daemon", software.command(List.of("-n", "-l", "-D", "-f", file)));
    program.awaitLine("Entering MASTER STATE");
    assertThat(node.read("life.log")).isEqualTo("up\n");
    assertThat(
            node.exec("cat", "/proc/" + node.exec("cat", "/run/keepalived.pid").strip() + "/comm"))
        .isEqualTo("router\n");
    assertThat(program.terminate()).isZero();
    assertThat(node.read("life.log")).isEqualTo("up\ndown\n");
  }

  @Test
  void scriptsOfTheLifeThatHangAreEndedByTheirTimeoutsAndFilesHaveTheMaskAskedFor(Lab lab) {
    node = lab.node("a", "10.0.0.1/24");
    String home = node.write("here", "").getParent().toString();
    node.script("hang", "#!/bin/sh\necho $1 >> %s/life.log\nexec sleep 100\n".formatted(home));
    String file =
        Software.VRRPD.configure(
            node,
            """
            global_defs {
              script_user root
              umask 0022
              startup_script "%1$s/hang up"
              startup_script_timeout 1
              shutdown_script "%1$s/hang down"
              shutdown_script_timeout 1
            }
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              virtual_ipaddress {
                10.0.0.100/24
              }
            }
            """
                .formatted(home));
    List<String> command = new ArrayList<>(List.of("env", "TMPDIR=" + home));
    command.addAll(
        Software.VRRPD.command(
            List.of(
                "-n", "-l", "-D", "-f", file, "--log-file=" + home + "/log", "--flush-log-file")));
    Program program = node.start("daemon", command);
    program.awaitLine("Entering MASTER STATE");
    assertThat(node.read("log")).contains("The startup script ended", "Entering MASTER STATE");
    signal(program, "USR1", "Printing VRRP data for process");
    await("keepalived.data");
    assertThat(node.exec("stat", "-c", "%a", home("keepalived.data")).strip()).isEqualTo("644");
    assertThat(program.terminate()).isZero();
    assertThat(node.read("life.log")).isEqualTo("up\ndown\n");
    assertThat(program.lines())
        .anyMatch(line -> line.matches(".*The shutdown script ended: .*15.*"));
  }

  private static void signal(Program program, String signal, String line) {
    int mark = program.mark();
    program.signal(signal);
    program.awaitLine(mark, line);
  }

  /** Until it is there: an exporter asks again and again as well. */
  private String await(String file) {
    node.exec(
        "timeout",
        "10",
        "sh",
        "-c",
        "until [ -s '%s' ]; do sleep 0.02; done".formatted(home(file)));
    node.exec("sleep", "0.1"); // keepalived writes where others read
    return node.read(file);
  }

  private String home(String file) {
    return node.write("here", "").resolveSibling(file).toString();
  }
}
