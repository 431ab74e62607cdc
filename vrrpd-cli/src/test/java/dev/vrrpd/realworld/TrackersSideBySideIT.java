package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What trackers do to priorities, for keepalived and for vrrpd: the same lines in the notify FIFO
 * for the same provocations. With {@code -Dgolden=accept} it writes docs/side-by-side-trackers.md.
 */
@InLab(programs = {"../lib/frr/bfdd", "vtysh"})
class TrackersSideBySideIT {
  private static final Path PAGE = Software.ROOT.resolve("docs/side-by-side-trackers.md");

  @Test
  void theSameTrackersMoveTheSamePriorities(Lab lab) throws IOException {
    Node subject = lab.node("subject", "10.9.0.1/24");
    subject.plug(lab.network(), "eth1", "10.8.0.1/24");
    Node neighbour = lab.node("neighbour", "10.9.0.2/24");
    Map<String, List<String>> reference = new Life(Software.KEEPALIVED, subject, neighbour).live();
    Map<String, List<String>> ours = new Life(Software.VRRPD, subject, neighbour).live();
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page(ours));
    }
    assertThat(ours).containsExactlyEntriesOf(reference);
  }

  /** One daemon's: what the FIFO said after each provocation, sorted. */
  private static final class Life {
    private final Software software;
    private final Node subject;
    private final Node neighbour;
    private final Map<String, List<String>> told = new LinkedHashMap<>();
    private Program fifo;
    private int mark;

    Life(Software software, Node subject, Node neighbour) {
      this.software = software;
      this.subject = subject;
      this.neighbour = neighbour;
    }

    Map<String, List<String>> live() {
      subject.write("level", "0\n");
      subject.write("group", "0\n");
      subject.exec("sh", "-c", "rm -f /run/lab/fifo; mkfifo -m 0600 /run/lab/fifo");
      fifo = subject.start("fifo", "sh", "-c", "exec cat <> /run/lab/fifo");
      Program bfdd = BfdIT.bfdd(neighbour);
      Program daemon = software.start(subject, CONFIGURATION);
      fifo.awaitLine("GROUP \"VG\" MASTER");
      fifo.awaitLine("INSTANCE \"SOLO\" MASTER");
      daemon.awaitLine("peer\\) Entering Up state");
      fifo.awaitLine("\"SOLO\" [A-Z]* 100|\"SOLO\" MASTER_PRIORITY 100");
      mark = fifo.mark();
      files();
      links();
      after("the BFD session goes down (weight -40)", bfdd::crash, "\"SOLO\" .*_PRIORITY 60");
      Program again = BfdIT.bfdd(neighbour);
      after("FRR is back", () -> {}, "\"SOLO\" .*_PRIORITY 100");
      after(
          "a file that a member of the sync group tracks says 7",
          () -> subject.write("group", "7\n"),
          "\"A\" .*_PRIORITY 107");
      daemon.terminate();
      again.crash();
      fifo.crash();
      return told;
    }

    private void files() {
      after("a tracked file says 10", () -> subject.write("level", "10\n"), "_PRIORITY 110");
      after(
          "another file that says -10 is renamed to it",
          () -> subject.exec("sh", "-c", "echo -10 > other && mv other level"),
          "_PRIORITY 90");
      after("it is removed", () -> subject.exec("rm", "level"), "_PRIORITY 100");
      after("it is there again and says 5", () -> subject.write("level", "5\n"), "_PRIORITY 105");
      after("it says 0", () -> subject.write("level", "0\n"), "_PRIORITY 100");
    }

    private void links() {
      after(
          "another interface goes down (weight -25)",
          () -> subject.linkDown("eth1"),
          "\"SOLO\" .*_PRIORITY 75");
      after("it comes up", () -> subject.linkUp("eth1"), "\"SOLO\" .*_PRIORITY 100");
    }

    private void after(String provocation, Runnable provoke, String... lastLines) {
      provoke.run();
      for (String line : lastLines) {
        fifo.awaitLine(mark, line);
      }
      int end = fifo.mark();
      String title = told.containsKey(provocation) ? provocation + " again" : provocation;
      told.put(title, fifo.lines().subList(mark, end).stream().sorted().toList());
      mark = end;
    }
  }

  private static String page(Map<String, List<String>> told) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    told.forEach((provocation, lines) ->
        page.append("\n## %s\n\n```\n%s\n```\n".formatted(provocation, String.join("\n", lines))));
    return page.toString();
  }

  private static final String CONFIGURATION =
      """
      global_defs {
        script_user root
        notify_fifo /run/lab/fifo
        vrrp_notify_priority_changes
      }
      vrrp_track_file level {
        file /run/lab/level
        weight 1
      }
      vrrp_track_file group {
        file /run/lab/group
        weight 1
      }
      bfd_instance peer {
        neighbor_ip 10.9.0.2
        source_ip 10.9.0.1
        min_rx 100
        min_tx 100
        multiplier 5
      }
      vrrp_sync_group VG {
        group {
          A
          B
        }
        sync_group_tracking_weight
      }
      """
          + ComparedInstance.text("A", 51, 100, "  track_file {\n    group\n  }")
          + ComparedInstance.text("B", 52, 90, "")
          + ComparedInstance.text(
              "SOLO",
              53,
              100,
              """
                track_interface {
                  eth1 weight -25
                }
                track_file {
                  level
                }
                track_bfd {
                  peer weight -40
                }
              """);

  private static final String INTRODUCTION =
      """
      # Trackers beside keepalived

      What both keepalived 2.2.7 and vrrpd write to the notify FIFO for the same configuration and the same provocations of
      what they track: a file, an interface, a BFD session with FRR's bfdd, and a file tracked by a member of a sync
      group with `sync_group_tracking_weight`. SOLO has priority 100, A 100 and B 90. Check scripts are in
      [side-by-side-notifications.md](side-by-side-notifications.md), mail is compared by `MailIT`. Processes cannot be
      compared here: keepalived hears of none inside a network namespace. Written and compared by `TrackersSideBySideIT`
      (`-Dgolden=accept` writes it).
      """;
}
