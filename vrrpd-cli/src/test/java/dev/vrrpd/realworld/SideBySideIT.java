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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The same provocations for keepalived and for vrrpd: the same states, priorities, FIFO lines and
 * scripts. With {@code -Dgolden=accept} it writes docs/side-by-side-notifications.md.
 */
@InLab
class SideBySideIT {
  private static final Path PAGE = Software.ROOT.resolve("docs/side-by-side-notifications.md");

  /** What was told after one provocation: lines of the FIFO, calls of scripts. */
  private record Chapter(String provocation, List<String> fifo, List<String> scripts) {
    /** Members of a group follow each other in any order, and so do keepalived's scripts. */
    Chapter sorted() {
      return new Chapter(
          provocation, fifo.stream().sorted().toList(), scripts.stream().sorted().toList());
    }
  }

  @Test
  void theSameProvocationsAreToldInTheSameWords(Lab lab) throws IOException {
    Node subject = lab.node("subject", "10.9.0.1/24");
    Node rival = lab.node("rival", "10.9.0.2/24");
    List<Chapter> reference = new Life(Software.KEEPALIVED, lab, subject, rival).live();
    List<Chapter> ours = new Life(Software.VRRPD, lab, subject, rival).live();
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page(reference, ours));
    }
    assertThat(sorted(ours)).containsExactlyElementsOf(sorted(reference));
  }

  private static List<Chapter> sorted(List<Chapter> chapters) {
    return chapters.stream().map(Chapter::sorted).toList();
  }

  /** One daemon's. */
  private static final class Life {
    private final Software software;
    private final Lab lab;
    private final Node subject;
    private final Node rival;
    private final List<Chapter> chapters = new ArrayList<>();
    private Program fifo;
    private Program scripts;
    private int fifoMark;
    private int scriptMark;

    Life(Software software, Lab lab, Node subject, Node rival) {
      this.software = software;
      this.lab = lab;
      this.subject = subject;
      this.rival = rival;
    }

    List<Chapter> live() {
      prepare();
      Program daemon = start();
      trackers();
      rivals();
      faults();
      software.configure(subject, GLOBAL + GROUP);
      daemon.signal("HUP");
      ends(
          "a reload removes SOLO, which has `notify_deleted`, and PLAIN, which has not",
          "INSTANCE \"SOLO\" DELETED 150",
          "INSTANCE \"PLAIN\" FAULT 150");
      daemon.signal("TERM");
      ends("the daemon stops", "GROUP \"VG\" STOP 0");
      daemon.awaitExit();
      fifo.crash();
      scripts.crash();
      return chapters;
    }

    private void prepare() {
      subject.script("witness.sh", "#!/bin/sh\necho \"$@\" >> /run/lab/notified.log\n");
      subject.script("well.sh", "#!/bin/sh\n[ ! -e /run/lab/$1 ]\n");
      subject.write("notified.log", "");
      subject.write("number", "0\n");
      scripts = subject.start("notified", "tail", "-n", "+1", "-F", "/run/lab/notified.log");
      subject.exec("sh", "-c", "rm -f /run/lab/fifo; mkfifo -m 0600 /run/lab/fifo");
      fifo = subject.start("fifo", "sh", "-c", "exec cat <> /run/lab/fifo");
    }

    private Program start() {
      Program daemon = software.start(subject, GLOBAL + GROUP + SINGLE);
      ends(
          "start",
          "GROUP \"VG\" MASTER 0",
          "INSTANCE \"SOLO\" MASTER 150",
          "INSTANCE \"PLAIN\" MASTER 150");
      return daemon;
    }

    private void trackers() {
      subject.write("number", "-20\n");
      ends("a tracked file says -20", "\"SOLO\" MASTER_PRIORITY 130");
      subject.write("ill", "");
      ends("a tracked script of weight -30 fails", "\"SOLO\" MASTER_PRIORITY 100");
      subject.exec("rm", "/run/lab/ill");
      ends("it succeeds again", "\"SOLO\" MASTER_PRIORITY 130");
      subject.write("number", "0\n");
      ends("the file says 0 again", "\"SOLO\" MASTER_PRIORITY 150");
    }

    private void rivals() {
      rival.exec("sh", "-c", DEAF);
      Program lower = Software.KEEPALIVED.start(rival, rival(100));
      fifo.awaitLine(fifoMark, "\"SOLO\" MASTER_RX_LOWER_PRI 150");
      rival.exec("nft", "delete", "table", "inet", "deaf");
      lower.awaitLine("Entering BACKUP STATE");
      lower.terminate();
      ends("a router of lower priority speaks", "\"SOLO\" MASTER_RX_LOWER_PRI 150");
      Program higher = Software.KEEPALIVED.start(rival, rival(200));
      ends("a router of higher priority speaks", "INSTANCE \"SOLO\" BACKUP 150");
      subject.write("number", "-20\n");
      ends("as Backup, the file says -20", "\"SOLO\" BACKUP_PRIORITY 130");
      subject.write("number", "0\n");
      ends("the file says 0 again", "\"SOLO\" BACKUP_PRIORITY 150");
      higher.terminate();
      ends("the other router goes", "INSTANCE \"SOLO\" MASTER 150");
    }

    private void faults() {
      subject.write("illness", "");
      ends("a script without weight of one member of the group fails", "GROUP \"VG\" FAULT 0");
      subject.exec("rm", "/run/lab/illness");
      ends("it succeeds again", "GROUP \"VG\" MASTER 0");
      subject.linkDown("eth0");
      ends(
          "the interface goes down",
          "GROUP \"VG\" FAULT 0",
          "INSTANCE \"SOLO\" FAULT 150",
          "INSTANCE \"PLAIN\" FAULT 150");
      subject.linkUp("eth0");
      ends(
          "the interface comes up",
          "GROUP \"VG\" MASTER 0",
          "INSTANCE \"SOLO\" MASTER 150",
          "INSTANCE \"PLAIN\" MASTER 150");
      lab.awaitOnly(subject, "10.9.0.153");
    }

    private void ends(String provocation, String... lastLines) {
      for (String line : lastLines) {
        fifo.awaitLine(fifoMark, line);
        if (line.startsWith("INSTANCE") || line.startsWith("GROUP")) {
          scripts.awaitLine(scriptMark, line.replace("\"", ""));
        }
      }
      settle();
      chapters.add(new Chapter(provocation, since(fifo, fifoMark), since(scripts, scriptMark)));
      fifoMark = fifo.mark();
      scriptMark = scripts.mark();
    }

    /** keepalived's scripts run beside each other: any of them may come after the last awaited. */
    private static void settle() {
      try {
        Thread.sleep(500);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    /** How often somebody is heard is the other router's business: once is told once. */
    private static List<String> since(Program program, int mark) {
      return program.lines().subList(mark, program.mark()).stream().distinct().toList();
    }
  }

  private static String page(List<Chapter> reference, List<Chapter> ours) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (int i = 0; i < reference.size(); i++) {
      Chapter theirs = reference.get(i);
      page.append("\n## ").append(theirs.provocation()).append("\n\n");
      page.append(part("FIFO", theirs.fifo(), ours.get(i).fifo()));
      page.append(part("scripts", theirs.scripts(), ours.get(i).scripts()));
    }
    return page.toString();
  }

  private static String part(String what, List<String> theirs, List<String> ours) {
    if (theirs.isEmpty() && ours.isEmpty()) {
      return "No " + what + ".\n";
    }
    return theirs.equals(ours)
        ? block(what + ", both", theirs)
        : block(what + ", keepalived", theirs) + block(what + ", vrrpd", ours);
  }

  private static String block(String title, List<String> lines) {
    return lines.stream().collect(Collectors.joining("\n", title + ":\n```\n", "\n```\n"));
  }

  private static String rival(int priority) {
    return ComparedInstance.text("SOLO", 53, priority, "");
  }

  private static String scripts(String name) {
    return """
      notify_master "/run/lab/witness.sh master of %1$s"
      notify_backup "/run/lab/witness.sh backup of %1$s"
      notify_fault "/run/lab/witness.sh fault of %1$s"
      notify_stop "/run/lab/witness.sh stop of %1$s"
      notify "/run/lab/witness.sh"
    """
        .formatted(name);
  }

  /** Who does not hear the others becomes Active. */
  private static final String DEAF =
      """
      nft 'add table inet deaf
      add chain inet deaf input { type filter hook input priority 0; }
      add rule inet deaf input ip protocol 112 drop'
      """;

  private static final String GLOBAL =
      """
      global_defs {
        enable_script_security
        script_user root
        notify_fifo /run/lab/fifo
        vrrp_notify_priority_changes
      }
      vrrp_script weighted {
        script "/run/lab/well.sh ill"
        interval 1
        weight -30
      }
      vrrp_script vital {
        script "/run/lab/well.sh illness"
        interval 1
      }
      vrrp_track_file number {
        file /run/lab/number
        weight 1
      }
      """;

  private static final String GROUP =
      """
      vrrp_sync_group VG {
        group {
          A
          B
        }
      %s
      }
      """
              .formatted(scripts("VG"))
          + ComparedInstance.text("A", 51, 150, scripts("A") + "  track_script {\n    vital\n  }")
          + ComparedInstance.text("B", 52, 150, scripts("B"));

  private static final String SINGLE =
      ComparedInstance.text(
              "SOLO",
              53,
              150,
              scripts("SOLO")
                  + """
                    notify_master_rx_lower_pri "/run/lab/witness.sh lower heard"
                    notify_deleted "/run/lab/witness.sh deleted"
                    track_script {
                      weighted
                    }
                    track_file {
                      number
                    }
                  """)
          + ComparedInstance.text("PLAIN", 54, 150, scripts("PLAIN"));

  private static final String INTRODUCTION =
      """
      # Notifications beside keepalived

      What keepalived 2.2.7 and vrrpd write to the notify FIFO, and which scripts they run with which arguments, for the
      same configuration and the same provocations: a sync group VG of A and B, and two instances SOLO and PLAIN; every
      `notify_...` script prints its arguments. Where both say the same in another order, both are shown: members of a group
      follow each other in no particular order, and keepalived runs scripts beside each other, vrrpd one after the other for
      each name. Written and compared by `SideBySideIT` (`-Dgolden=accept` writes it).
      """;
}
