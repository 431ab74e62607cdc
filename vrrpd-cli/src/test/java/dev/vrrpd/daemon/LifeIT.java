package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Command;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Start, background, reload and end of the process itself. */
@InLab
class LifeIT {
  private static final String VIP = "10.9.0.100";

  @Test
  void theCallThatStartsItInTheBackgroundReturnsWhenItIsUp(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String file = Software.VRRPD.configure(node, configuration(200, ""));
    node.exec(command("-f", file));
    String pid = node.exec("cat", "/run/keepalived.pid").strip();
    assertThat(node.exec("cat", "/run/vrrp.pid").strip()).isEqualTo(pid);
    assertThat(node.exec("readlink", "/proc/" + pid + "/cwd").strip()).isEqualTo("/");
    for (int fd = 0; fd <= 2; fd++) {
      assertThat(node.exec("readlink", "/proc/" + pid + "/fd/" + fd).strip())
          .isEqualTo("/dev/null");
    }
    lab.awaitOnly(node, VIP);

    assertThat(node.exec(command("-f", file))).contains("daemon is already running");
    assertThat(node.exec("cat", "/run/keepalived.pid").strip()).isEqualTo(pid);

    node.exec("kill", "-TERM", pid);
    node.awaitAddress(VIP, false);
  }

  @Test
  void aBadFileEndsTheStartWithAllItsMistakes(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String file =
        Software.VRRPD.configure(
            node,
            "vrrp_instance V {\n interface eth0\n frobnicate 1\n priority 300\n"
                + "wobble 1\n".repeat(12)
                + "}\n");
    Command attempt = node.attempt(command("-f", file));
    assertThat(attempt.exit()).isEqualTo(2);
    assertThat(attempt.output())
        .contains("Line 3) Unknown keyword 'frobnicate'")
        .contains("300")
        .contains("virtual_router_id")
        .contains("error: unknown-keyword: 7 more of the same: lines 10, 11, 12, 13, 14, 15, 16");
    assertThat(attempt.output().lines().filter(line -> line.contains("Unknown keyword 'wobble'")))
        .hasSize(5);
    Command missing = node.attempt(command("-n", "-l", "-f", "/no/such.conf"));
    assertThat(missing.exit()).isEqualTo(6);
  }

  @Test
  void aBadFileAtReloadChangesNothingAndAGoodOneOnlyWhatDiffers(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    Program daemon = Software.VRRPD.start(node, configuration(200, ""));
    lab.awaitOnly(node, VIP);

    int mark = daemon.mark();
    Software.VRRPD.configure(node, "vrrp_instance V {\n");
    daemon.signal("HUP");
    daemon.awaitLine(mark, "Reload refused: the running configuration stays as it is");
    assertThat(node.holds(VIP)).isTrue();

    mark = daemon.mark();
    Software.VRRPD.configure(node, configuration(120, "10.9.0.101/24"));
    daemon.signal("HUP");
    daemon.awaitLine(mark, "Reload complete");
    node.awaitAddress("10.9.0.101", true);
    assertThat(node.holds(VIP)).isTrue();
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("STATE"));
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void signalsThatComeWhileItStartsWaitUntilItIsUp(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String file = Software.VRRPD.configure(node, configuration(200, ""));
    Program daemon =
        node.start("vrrpd", Software.VRRPD.command(List.of("-n", "-l", "-D", "-f", file)));
    node.exec(
        "timeout", "30", "sh", "-c", "until kill -USR1 $(cat /run/keepalived.pid); do :; done");
    daemon.signal("HUP");
    daemon.awaitLine("Printing VRRP data");
    daemon.awaitLine("Reload complete");
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void aParentThatIgnoresHangupsDoesNotMakeItDeaf(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    String file = Software.VRRPD.configure(node, configuration(200, ""));
    List<String> command = new ArrayList<>(List.of("nohup"));
    command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-D", "-f", file)));
    Program daemon = node.start("vrrpd", command);
    lab.awaitOnly(node, VIP);

    daemon.signal("HUP");
    daemon.awaitLine("Reload complete");
    assertThat(daemon.terminate()).isZero();
  }

  @Test
  void atTheEndNothingOfItIsLeft(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.script("slow.sh", "#!/bin/sh\nsleep 1000 &\necho $! > /run/lab/sleeper\nwait\n");
    Program daemon =
        Software.VRRPD.start(
            node,
            """
            vrrp_script slow {
              script "/run/lab/slow.sh"
              interval 100
              timeout 100
              weight 1
            }
            """
                + configuration(200, "")
                    .replace("priority 200", "priority 200\n track_script {\n slow\n }"));
    lab.awaitOnly(node, VIP);
    String sleeper = node.exec("cat", "/run/lab/sleeper").strip();
    assertThat(daemon.terminate()).isZero();
    assertThat(node.holds(VIP)).isFalse();
    assertThat(node.attempt("kill", "-0", sleeper).exit()).isNotZero();
  }

  @Test
  void aLeftoverOfAKilledRunIsTakenUp(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    Program first = Software.VRRPD.start(node, configuration(200, ""));
    lab.awaitOnly(node, VIP);
    first.crash();
    assertThat(node.holds(VIP)).isTrue();
    Program second = Software.VRRPD.start(node, configuration(200, ""));
    second.awaitLine("Remove a zombie pid file");
    second.awaitLine("Entering BACKUP STATE");
    node.awaitAddress(VIP, false);
    second.awaitLine("Entering MASTER STATE");
    node.awaitAddress(VIP, true);
    assertThat(second.terminate()).isZero();
    assertThat(node.holds(VIP)).isFalse();
  }

  private static String[] command(String... arguments) {
    return Software.VRRPD.command(List.of(arguments)).toArray(String[]::new);
  }

  private static String configuration(int priority, String more) {
    return """
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      priority %d
      advert_int 0.1
      virtual_ipaddress {
        10.9.0.100/24
        %s
      }
    }
    """
        .formatted(priority, more);
  }
}
