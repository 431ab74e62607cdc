package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The same events for keepalived and for vrrpd: the same log, the same calls of the notify scripts.
 */
@InLab
class NotifyIT {
  private static final String VIP = "10.9.0.100";
  private static final Pattern STAMP =
      Pattern.compile("^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}: ");
  private static final Pattern EVENT =
      Pattern.compile("^\\(VI_1\\)|^VRRP_Script|^Script|^Netlink reports");

  private static final String WITNESS =
      """
      #!/bin/sh
      echo "$@" >> /run/lab/notified.log
      """;

  /** What was seen of one daemon's life. */
  private record Life(List<String> log, List<String> notified) {}

  @Test
  void logAndNotificationsAreThoseOfKeepalived(Lab lab) {
    Node subject = lab.node("subject", "10.9.0.1/24");
    Node rival = lab.node("rival", "10.9.0.2/24");
    Life reference = live(Software.KEEPALIVED, lab, subject, rival);
    Life ours = live(Software.VRRPD, lab, subject, rival);
    assertThat(ours.log).containsExactlyElementsOf(reference.log);
    assertThat(ours.notified).containsExactlyElementsOf(reference.notified);
  }

  private static Life live(Software software, Lab lab, Node subject, Node rival) {
    subject.script("witness.sh", WITNESS);
    subject.script("check.sh", "#!/bin/sh\n[ ! -e /run/lab/sick ]\n");
    subject.write("notified.log", "");
    Program notified = subject.start("notified", "tail", "-n", "+1", "-F", "/run/lab/notified.log");
    Program daemon =
        software.startWith(
            subject, List.of("-n", "-l", "-f", software.configure(subject, SUBJECT)));
    lab.awaitOnly(subject, VIP);
    notified.awaitLine("^INSTANCE VI_1 MASTER 120");

    subject.exec("touch", "/run/lab/sick");
    daemon.awaitLine("Changing effective priority from 120 to 90");
    Program other = Software.KEEPALIVED.start(rival, RIVAL);
    lab.awaitOnly(rival, VIP);
    notified.awaitLine("^INSTANCE VI_1 BACKUP 90");

    subject.exec("rm", "/run/lab/sick");
    daemon.awaitLine("Changing effective priority from 90 to 120");
    other.terminate();
    lab.awaitOnly(subject, VIP);

    subject.linkDown("eth0");
    notified.awaitLine("^INSTANCE VI_1 FAULT 120");
    int mark = daemon.mark();
    subject.linkUp("eth0");
    daemon.awaitLine(mark, "Entering MASTER STATE");
    lab.awaitOnly(subject, VIP);
    assertThat(daemon.terminate()).isZero();
    notified.awaitLine("^INSTANCE VI_1 STOP 120");
    notified.terminate();
    return new Life(events(daemon), sorted(notified));
  }

  private static List<String> events(Program daemon) {
    return daemon.lines().stream()
        .filter(line -> STAMP.matcher(line).find())
        .map(line -> STAMP.matcher(line).replaceFirst(""))
        .filter(line -> EVENT.matcher(line).find())
        .toList();
  }

  /**
   * keepalived runs the scripts of one transition beside each other: their order is nobody's
   * promise.
   */
  private static List<String> sorted(Program notified) {
    return notified.lines().stream().sorted().toList();
  }

  private static final String SUBJECT =
      """
      global_defs {
        enable_script_security
        script_user root
      }
      vrrp_script check {
        script "/run/lab/check.sh"
        interval 1
        weight -30
      }
      vrrp_instance VI_1 {
        state BACKUP
        interface eth0
        virtual_router_id 51
        priority 120
        advert_int 1
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_script {
          check
        }
        notify_master "/run/lab/witness.sh master of VI_1"
        notify_backup "/run/lab/witness.sh backup of VI_1"
        notify_fault "/run/lab/witness.sh 'fault of VI_1' with quotes"
        notify_stop "/run/lab/witness.sh stop"
        notify "/run/lab/witness.sh"
      }
      """;

  private static final String RIVAL =
      """
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        priority 100
        advert_int 1
        virtual_ipaddress {
          10.9.0.100/24
        }
      }
      """;
}
