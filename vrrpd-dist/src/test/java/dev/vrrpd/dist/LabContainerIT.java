package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docker/lab: what one does in it by hand, in the order in which one does it. */
@Needs(engine = true, programs = "debootstrap")
class LabContainerIT {
  private static final String ADDRESS = "172.31.240.100";
  private static final String IN_CLEAR = "http://" + ADDRESS + ":8080/healthz";

  private final Set<String> greetings = new HashSet<>();

  private static void awaitSyslog(Stack lab, String balancer, String text, int times) {
    lab.await(
        balancer + " has '" + text + "' in its syslog " + times + " times",
        () ->
            lab.exec(balancer, "cat", "/var/log/syslog")
                    .lines()
                    .filter(l -> l.contains(text))
                    .count()
                >= times);
  }

  @Test
  void theWholeLab() {
    try (Stack lab = new Stack("lab")) {
      Stack.Client client = lab.client("lab");
      assertThat(lab.attempt("mylb1", "service", "haproxy", "status").getExitCode()).isNotZero();
      lab.follow(" exec mylb1 service haproxy start");
      lab.follow(" exec mylb2 service haproxy start");
      lab.follow(" exec mylb1 keepalived ");
      lab.follow(" exec mylb2 keepalived ");
      awaitSyslog(lab, "mylb1", "(lab) Entering MASTER STATE", 1);
      lab.awaitHolder("mylb1", ADDRESS);
      awaitGreetings(lab, client, "Greeting from myweb1\n", "Greeting from myweb2\n");
      assertThat(lab.follow(" exec mylb2 curl http:")).contains("Greeting from myweb");
      assertThat(lab.follow(" exec mylb2 curl --insecure")).contains("Greeting from myweb");

      webServerStopsAndReturns(lab, client);
      haproxyStopsAndReturns(lab, client);
    }
  }

  private void webServerStopsAndReturns(Stack lab, Stack.Client client) {
    lab.follow(" stop myweb1");
    lab.await(
        "haproxy reports myweb1 down",
        () ->
            client
                .get("-u", "haproxy:passw0rd", "http://" + ADDRESS + ":8090/haproxy/stats;csv")
                .lines()
                .anyMatch(line -> line.startsWith("web,myweb1,") && line.contains(",DOWN,")));
    for (int i = 0; i < 4; i++) {
      assertThat(client.get(IN_CLEAR)).isEqualTo("Greeting from myweb2\n");
    }
    lab.start("myweb1");
    awaitGreetings(lab, client, "Greeting from myweb1\n", "Greeting from myweb2\n");
  }

  private void haproxyStopsAndReturns(Stack lab, Stack.Client client) {
    lab.follow(" exec mylb1 service haproxy stop");
    awaitSyslog(lab, "mylb1", "(lab) Entering BACKUP STATE", 2);
    awaitSyslog(lab, "mylb2", "(lab) Entering MASTER STATE", 1);
    lab.awaitHolder("mylb2", ADDRESS);
    lab.await("mylb1 has let go", () -> !lab.holds("mylb1", ADDRESS));
    awaitGreetings(lab, client, "Greeting from myweb2\n");

    lab.follow(" exec mylb1 service haproxy start");
    awaitSyslog(lab, "mylb1", "(lab) Entering MASTER STATE", 2);
    awaitSyslog(lab, "mylb2", "(lab) Entering BACKUP STATE", 2);
    lab.awaitHolder("mylb1", ADDRESS);
    awaitGreetings(lab, client, "Greeting from myweb1\n");
  }

  private void awaitGreetings(Stack lab, Stack.Client client, String... expected) {
    greetings.clear();
    lab.await(
        "each of the web servers has greeted",
        () -> {
          greetings.add(client.get(IN_CLEAR));
          return greetings.containsAll(Set.of(expected));
        });
  }
}
