package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, and as whom: what instances and groups may have otherwise than all. */
@InLab
class NotificationSwitchesIT {
  private Node node;
  private Program told;

  @BeforeEach
  void oneMachine(Lab lab) {
    node = lab.node("a", "10.9.0.1/24");
    node.write("told.log", "");
    told = node.start("told", "tail", "-n", "+1", "-F", "/run/lab/told.log");
  }

  @Test
  void statesThatWereLeftWhileAScriptWaitedAreToldToThoseWhoWantThemAll() {
    node.script(
        "slow",
        """
        #!/bin/sh
        while [ -e /run/lab/hold ]; do sleep 0.05; done
        echo "$@" >> /run/lab/told.log
        """);
    Program daemon = Software.VRRPD.start(node, COALESCED);
    for (String name : List.of("INSTANCE ALL", "INSTANCE LAST", "GROUP G", "GROUP H")) {
      told.awaitLine(name + " MASTER");
    }
    int mark = told.mark();
    node.write("hold", "");
    node.linkDown("eth0");
    daemon.awaitLine("ALL. Entering FAULT STATE");
    int up = daemon.mark();
    node.linkUp("eth0");
    for (String name : List.of("ALL", "LAST", "A", "B")) {
      daemon.awaitLine(up, name + ". Entering MASTER STATE");
    }
    node.exec("rm", "/run/lab/hold");
    for (String name : List.of("INSTANCE ALL", "INSTANCE LAST", "GROUP G", "GROUP H")) {
      told.awaitLine(mark, name + " MASTER");
    }
    assertThat(states(mark, "INSTANCE ALL")).containsExactly("FAULT", "BACKUP", "MASTER");
    assertThat(states(mark, "INSTANCE LAST")).containsExactly("FAULT", "MASTER");
    assertThat(states(mark, "GROUP H")).containsExactly("FAULT", "BACKUP", "MASTER");
    assertThat(states(mark, "GROUP G")).containsExactly("FAULT", "MASTER");
    assertThat(daemon.terminate()).isZero();
  }

  private List<String> states(int mark, String name) {
    return told.lines().stream()
        .skip(mark)
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.split(" ", -1)[2])
        .toList();
  }

  @Test
  void aGroupHasScriptsOfItsOwnRunWithTheGroupsOfTheirUser() {
    node.script("tell", "#!/bin/sh\necho \"$*\" as $(id -G) >> /run/lab/told.log\n");
    node.exec("chmod", "666", "/run/lab/told.log");
    node.exec(
        "sh",
        "-c",
        "(cat /etc/group; echo witnesses:x:4711:nobody) > /run/group; mount --bind /run/group /etc/group");
    String nobody = node.exec("id", "-g", "nobody").strip();
    Program daemon = Software.VRRPD.start(node, GROUP);
    told.awaitLine("any GROUP G BACKUP 0 as " + nobody + " 4711$");
    told.awaitLine("backup as " + nobody + " 4711$");
    told.awaitLine("active as");
    node.linkDown("eth0");
    told.awaitLine("fault as");
    daemon.terminate();
    told.awaitLine("stop as");
  }

  @Test
  void changesOfThePriorityAreToldOfThoseThatAreAskedFor() {
    node.write("number", "0\n");
    node.exec("mkfifo", "-m", "0600", "/run/lab/fifo");
    Program fifo = node.start("fifo", "sh", "-c", "exec cat <> /run/lab/fifo");
    Program daemon = Software.VRRPD.start(node, PRIORITIES);
    for (String name : List.of("TOLD", "QUIET", "MEMBER")) {
      fifo.awaitLine("\"" + name + "\" MASTER");
    }
    node.write("number", "-20\n");
    for (String name : List.of("TOLD", "QUIET", "MEMBER")) {
      daemon.awaitLine(name + ". Changing effective priority from 100 to 80");
    }
    assertThat(daemon.terminate()).isZero();
    fifo.awaitLine("\"QUIET\" STOP");
    assertThat(fifo.lines())
        .anyMatch(line -> line.contains("\"TOLD\" MASTER_PRIORITY 80"))
        .anyMatch(line -> line.contains("\"MEMBER\" MASTER_PRIORITY 80"))
        .noneMatch(line -> line.contains("\"QUIET\" MASTER_PRIORITY"));
  }

  private static final String COALESCED =
      """
      global_defs {
        enable_script_security
        script_user root
        notify_coalesce
      }
      vrrp_sync_group G {
        group {
          A
        }
        notify /run/lab/slow
      }
      vrrp_sync_group H {
        group {
          B
        }
        notify /run/lab/slow
        notify_coalesce no
      }
      """
          + ComparedInstance.text("A", 51, 100, "")
          + ComparedInstance.text("B", 52, 100, "")
          + ComparedInstance.text("ALL", 53, 100, "notify /run/lab/slow\nnotify_coalesce no")
          + ComparedInstance.text("LAST", 54, 100, "notify /run/lab/slow");

  private static final String GROUP =
      """
      global_defs {
        enable_script_security
        script_user nobody
        set_supplementary_groups
      }
      vrrp_sync_group G {
        group {
          A
          B
        }
        notify_master "/run/lab/tell active"
        notify_backup "/run/lab/tell backup"
        notify_fault "/run/lab/tell fault"
        notify_stop "/run/lab/tell stop"
        notify "/run/lab/tell any"
      }
      """
          + ComparedInstance.text("A", 51, 100, "")
          + ComparedInstance.text("B", 52, 100, "");

  private static final String PRIORITIES =
      """
      global_defs {
        notify_fifo /run/lab/fifo
      }
      track_file number {
        file /run/lab/number
        weight 1
      }
      vrrp_sync_group G {
        group {
          MEMBER
        }
        sync_group_tracking_weight
        notify_priority_changes
      }
      """
          + ComparedInstance.text(
              "TOLD", 51, 100, "notify_priority_changes\ntrack_file {\n number\n}")
          + ComparedInstance.text("QUIET", 52, 100, "track_file {\n number\n}")
          + ComparedInstance.text("MEMBER", 53, 100, "track_file {\n number\n}");
}
