package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Http;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two equal load balancers: both with priority 101 and two more points while haproxy runs. The
 * address goes to where haproxy is, and does not come back for equality's sake.
 */
@InLab(programs = {"haproxy", "curl", "pidof"})
class HaproxyPairIT {
  private static final String VIP = "100.64.7.100";

  private static final String LOAD_BALANCER =
      """
      frontend public
        bind :80
        default_backend application
      backend application
        server here 127.0.0.1:5000 check
      """;

  @ParameterizedTest
  @EnumSource
  void theAddressIsWhereHaproxyRuns(Software software, Lab lab) {
    Node a = lab.node("a", "100.64.7.2/24");
    Node b = lab.node("b", "100.64.7.3/24");
    Node client = lab.node("client", "100.64.7.9/24");
    Http.serve(a, "127.0.0.1", 5000, "application on a");
    Http.serve(b, "127.0.0.1", 5000, "application on b");
    Program haproxyOnA = Http.haproxy(a, LOAD_BALANCER);
    Http.haproxy(b, LOAD_BALANCER);
    Capture capture = lab.capture();

    Program onA = software.start(a, configuration(software, "MASTER"));
    lab.awaitOnly(a, VIP);
    Program onB = software.start(b, configuration(software, "BACKUP"));
    onB.awaitLine("VRRP_Script\\(haproxy_runs\\) succeeded");
    assertThat(Http.get(client, "http://" + VIP)).isEqualTo("application on a");

    haproxyOnA.terminate();
    lab.awaitOnly(b, VIP);
    assertThat(onA.lines())
        .anyMatch(line -> line.contains("Changing effective priority from 103 to 101"));
    assertThat(Http.get(client, "http://" + VIP)).isEqualTo("application on b");

    Http.haproxy(a, LOAD_BALANCER);
    onA.awaitLine("Changing effective priority from 101 to 103");
    awaitAdverts(capture, "100.64.7.3", 6);
    lab.awaitOnly(b, VIP);
    assertThat(Http.get(client, "http://" + VIP)).isEqualTo("application on b");

    onB.terminate();
    lab.awaitOnly(a, VIP);
    assertThat(Http.get(client, "http://" + VIP)).isEqualTo("application on a");

    software
        .start(b, configuration(software, "BACKUP"))
        .awaitLine("Changing effective priority from 101 to 103");
    a.powerOff();
    lab.awaitOnly(b, VIP);
    assertThat(Http.get(client, "http://" + VIP)).isEqualTo("application on b");
    assertThat(capture.faultyPackets()).isEmpty();
  }

  private static void awaitAdverts(Capture capture, String source, int count) {
    for (int i = 0; i < count; i++) {
      capture.awaitAdvertFrom(source);
    }
  }

  /** keepalived 2.2.7 runs what a symbolic link points to: on Debian killall5 in pidof's place. */
  private static String looksForHaproxy(Software software) {
    return switch (software) {
      case KEEPALIVED -> "/usr/bin/pgrep haproxy";
      case VRRPD -> "/bin/pidof haproxy";
    };
  }

  private static String configuration(Software software, String state) {
    return """
    global_defs {
      enable_script_security
      script_user nobody
    }
    vrrp_script haproxy_runs {
      script "%s"
      interval 2
      weight 2
    }
    vrrp_instance public {
      state %s
      interface eth0
      virtual_router_id 77
      priority 101
      virtual_ipaddress {
        %s
      }
      track_script {
        haproxy_runs
      }
    }
    """
        .formatted(looksForHaproxy(software), state, VIP);
  }
}
