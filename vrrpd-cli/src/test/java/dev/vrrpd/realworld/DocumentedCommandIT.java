package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Http;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A preempting pair, started in the background by the long command line of a widely read tutorial.
 */
@InLab(programs = {"haproxy", "curl", "pgrep"})
class DocumentedCommandIT {
  private static final String VIP = "172.18.0.6";

  private static final String LOAD_BALANCER =
      """
      listen http-in
        bind :8080
        balance roundrobin
        server myweb1 172.18.0.2:8001 check
        server myweb2 172.18.0.2:8002 check
      """;

  @ParameterizedTest
  @EnumSource
  void thePreemptingOneComesBackWithItsHaproxy(Software software, Lab lab) {
    Node web = lab.node("web", "172.18.0.2/16");
    Node a = lab.node("mylb1", "172.18.0.4/16");
    Node b = lab.node("mylb2", "172.18.0.5/16");
    Http.serve(web, "172.18.0.2", 8001, "greeting from myweb1");
    Http.serve(web, "172.18.0.2", 8002, "greeting from myweb2");
    Program haproxyOnA = Http.haproxy(a, LOAD_BALANCER);
    Http.haproxy(b, LOAD_BALANCER);

    launch(software, a, "MASTER", 101);
    launch(software, b, "BACKUP", 100);
    lab.awaitOnly(a, VIP);
    assertBothWebServersAnswer(web);

    haproxyOnA.terminate();
    lab.awaitOnly(b, VIP);
    assertBothWebServersAnswer(web);

    Http.haproxy(a, LOAD_BALANCER);
    lab.awaitOnly(a, VIP);
    assertBothWebServersAnswer(web);

    a.exec("sh", "-c", "kill -TERM $(cat /run/keepalived.pid)");
    lab.awaitOnly(b, VIP);
    assertBothWebServersAnswer(web);
  }

  /** Returns when the daemon is up, as the command does: it stays in the background. */
  private static void launch(Software software, Node node, String state, int priority) {
    String file = software.configure(node, configuration(state, priority));
    List<String> arguments =
        List.of(
            "--dump-conf",
            "--log-console",
            "--log-detail",
            "--log-facility",
            "7",
            "--vrrp",
            "-f",
            file);
    node.exec(software.command(arguments).toArray(String[]::new));
  }

  private static void assertBothWebServersAnswer(Node client) {
    List<String> answers =
        IntStream.range(0, 4).mapToObj(_ -> Http.get(client, "http://" + VIP + ":8080")).toList();
    assertThat(answers).contains("greeting from myweb1", "greeting from myweb2");
  }

  private static String configuration(String state, int priority) {
    return """
    vrrp_script haproxy_runs {
      script "pgrep haproxy"
      interval 2
      weight 2
    }
    vrrp_instance VI_1 {
      state %s
      interface eth0
      virtual_router_id 51
      priority %d
      advert_int 1
      virtual_ipaddress {
        %s
      }
      track_script {
        haproxy_runs
      }
    }
    """
        .formatted(state, priority, VIP);
  }
}
