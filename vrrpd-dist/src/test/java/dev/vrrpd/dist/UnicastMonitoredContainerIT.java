package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** docker/unicast-monitored: unicast, password, check of a port, and what Prometheus sees of it. */
@Needs(engine = true, programs = "debootstrap")
class UnicastMonitoredContainerIT {
  private static final String ADDRESS = "192.168.100.35";

  private static String query(Stack stack, String expression) {
    return stack.exec(
        "prometheus",
        "curl",
        "-fsS",
        "-G",
        "--data-urlencode",
        "query=" + expression,
        "http://127.0.0.1:9090/api/v1/query");
  }

  private static void awaitMetric(Stack stack, String expression, String value) {
    stack.await(
        "Prometheus has " + expression + " = " + value,
        () -> query(stack, expression).contains("\"" + value + "\"]"));
  }

  @Test
  void theServiceSurvivesHaproxyAndVrrpdAndTheFourPanelsShowIt() {
    try (Stack stack = new Stack("unicast-monitored")) {
      stack.follow(" exec vm1-vrrpd ip address", "inet " + ADDRESS + "/24");
      assertThat(stack.holds("vm2", ADDRESS)).isFalse();
      for (String vm : new String[] {"vm1", "vm2"}) {
        assertThat(stack.logs(vm + "-vrrpd"))
            .doesNotContain("WARNING - default user", "SECURITY VIOLATION");
      }
      awaitMetric(stack, "keepalived_up{instance=\"vm1:9165\"}", "1");
      awaitMetric(stack, "keepalived_up{instance=\"vm2:9165\"}", "1");
      awaitMetric(stack, "haproxy_up{instance=\"vm1:9188\"}", "1");
      awaitMetric(stack, "haproxy_server_up{instance=\"vm1:9188\",server=\"docker1\"}", "1");
      awaitMetric(stack, "haproxy_server_up{instance=\"vm1:9188\",server=\"docker2\"}", "0");
      awaitMetric(
          stack,
          "keepalived_vrrp_state{instance=\"vm1:9165\",ip_address=\"192.168.100.35/24\"}",
          "2");
      awaitMetric(
          stack,
          "keepalived_vrrp_state{instance=\"vm2:9165\",ip_address=\"192.168.100.35/24\"}",
          "1");

      for (String question : Dashboard.read().questions()) {
        stack.await(
            "Prometheus has an answer for the dashboard's " + question,
            () -> query(stack, question).contains("\"value\":["));
      }

      stack.follow(" stop vm1-vrrpd");
      stack.awaitHolder("vm2", ADDRESS);
      awaitMetric(stack, "keepalived_vrrp_state{instance=\"vm2:9165\"}", "2");
      awaitMetric(stack, "up{instance=\"vm1:9165\"}", "0");
      stack.start("vm1-vrrpd");
      stack.awaitHolder("vm1", ADDRESS);
      awaitMetric(stack, "sum(keepalived_vrrp_state == bool 2)", "1");
    }
  }
}
