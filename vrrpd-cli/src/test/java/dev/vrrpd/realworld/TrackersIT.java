package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tracked files and processes, the real things. */
@InLab
class TrackersIT {
  private static final Pattern STAMP =
      Pattern.compile("^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}: ");

  /** Of the delay: lines are stamped when this test gets to read them, at times late. */
  private static final Duration HALF_OF_IT = Duration.ofMillis(500);

  private static final Pattern EVENT =
      Pattern.compile("effective priority|tracked file|Entering [A-Z]+ STATE");

  @Test
  void aFileMovesThePriorityAsItDoesWithKeepalived(Lab lab) {
    List<String> reference = life(Software.KEEPALIVED, lab.node("reference", "10.9.0.1/24"));
    List<String> ours = life(Software.VRRPD, lab.node("subject", "10.9.0.2/24"));
    assertThat(ours).containsExactlyElementsOf(reference);
    assertThat(ours)
        .contains(
            "(VI_1) Changing effective priority from 100 to 140",
            "(VI_1): tracked file fault now FAULT state");
  }

  private static List<String> life(Software software, Node node) {
    node.write("fault", "0\n");
    Program daemon =
        software.startWith(node, List.of("-n", "-l", "-D", "-f", software.configure(node, FILES)));
    daemon.awaitLine("Entering BACKUP STATE");
    assertThat(node.read("weight").strip()).isEqualTo("0");
    provoke(node, daemon, "echo 20 > weight", "from 100 to 140");
    provoke(node, daemon, "echo ' -0x14 for now' > weight", "from 140 to 60");
    provoke(node, daemon, "echo 16 > other; mv other weight", "from 60 to 132");
    provoke(node, daemon, "echo 1 > fault", "tracked file fault now FAULT");
    provoke(node, daemon, "rm weight", "from 132 to 100");
    provoke(node, daemon, "rm fault", "tracked file fault leaving FAULT");
    provoke(node, daemon, "echo 500 > weight", "to 254");
    provoke(node, daemon, "echo nothing > weight", "from 254 to 100");
    assertThat(daemon.terminate()).isZero();
    return daemon.lines().stream()
        .map(line -> STAMP.matcher(line).replaceFirst(""))
        .filter(line -> EVENT.matcher(line).find())
        .filter(line -> !line.contains("MASTER"))
        .toList();
  }

  private static void provoke(Node node, Program daemon, String command, String line) {
    int mark = daemon.mark();
    node.exec("sh", "-c", command);
    daemon.awaitLine(mark, line);
  }

  @Test
  void processesAreCountedInAContainerToo(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.exec("cp", "/bin/sleep", "/run/lab/counted");
    Program daemon =
        Software.VRRPD.startWith(
            node, List.of("-n", "-l", "-f", Software.VRRPD.configure(node, PROCESSES)));
    daemon.awaitLine("Tracking processes by /proc");
    daemon.awaitLine("Entering BACKUP STATE");
    Program first = node.start("first", "/run/lab/counted", "100");
    Program second = node.start("second", "/run/lab/counted", "100");
    Instant up = daemon.awaitLine("enough.*quorum up").at();
    daemon.awaitLine("Changing effective priority from 100 to 120");
    assertThat(daemon.awaitLine("late.*quorum up").at()).isAfter(up.plus(HALF_OF_IT));
    assertThat(daemon.awaitLine("lazy.*quorum up").at()).isAfter(up.plus(HALF_OF_IT));
    first.crash();
    Instant down = daemon.awaitLine("enough.* changed from 2 to 1, quorum down").at();
    daemon.awaitLine("Changing effective priority from 120 to 100");
    assertThat(daemon.awaitLine("tardy.*quorum down").at()).isAfter(down.plus(HALF_OF_IT));
    Program third = node.start("third", "/run/lab/counted", "7", "60");
    daemon.awaitLine("Entering FAULT STATE");
    third.crash();
    second.crash();
    assertThat(daemon.terminate()).isZero();
  }

  private static final String FILES =
      """
      track_file weight {
        file /run/lab/weight
        init_file 0
      }
      track_file fault {
        file /run/lab/fault
        weight 0
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 100
        advert_int 3
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_file {
          weight weight 2
          fault
        }
      }
      """;

  private static final String PROCESSES =
      """
      vrrp_track_process enough {
        process counted
        quorum 2
        weight 20
      }
      vrrp_track_process late {
        process counted
        quorum 2
        weight 1
        fork_delay 1
      }
      vrrp_track_process tardy {
        process counted
        quorum 2
        weight 1
        terminate_delay 1
      }
      vrrp_track_process lazy {
        process counted
        quorum 2
        weight 1
        delay 1
      }
      vrrp_track_process forbidden {
        process /run/lab/counted 7
        full_command
        param_match partial
        quorum_max 0
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 100
        advert_int 3
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_process {
          enough
          forbidden
        }
      }
      vrrp_instance VI_2 {
        interface eth0
        virtual_router_id 52
        virtual_ipaddress {
          10.9.0.101/24
        }
        track_process {
          late
          tardy
          lazy
        }
      }
      """;
}
