package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docker/unicast-monitored: unicast, password, check of a port, and what Prometheus sees of it. */
@Needs(engine = true, programs = "debootstrap")
class UnicastMonitoredContainerIT {
  private static final String ADDRESS = "192.168.100.35";

  private static final Path DASHBOARD =
      Shell.ROOT.resolve("config-examples/monitoring/grafana/dashboards/vrrpd.json");

  /** A label in a panel's legend. */
  private static final Pattern LABEL = Pattern.compile("\\{\\{ *(\\w+) *}}");

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

  /**
   * Grafana's part, without Grafana: each query finds series, and they have the labels it names.
   */
  private static void everyPanelShowsWhatItsLegendNames(Stack stack) throws IOException {
    List<JsonObject> targets = new ArrayList<>();
    collectTargets(JsonParser.parseString(Files.readString(DASHBOARD)), targets);
    assertThat(targets).hasSizeGreaterThan(5);
    for (JsonObject target : targets) {
      String expression = target.get("expr").getAsString();
      stack.await(
          "Prometheus has something to show for " + expression,
          () -> query(stack, expression).contains("\"metric\":"));
      String series = query(stack, expression);
      JsonElement legend = target.get("legendFormat");
      LABEL
          .matcher(legend == null ? "" : legend.getAsString())
          .results()
          .forEach(label -> assertThat(series).contains("\"" + label.group(1) + "\":"));
    }
  }

  private static void collectTargets(JsonElement element, List<JsonObject> targets) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(member -> collectTargets(member, targets));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      if (object.has("expr")) {
        targets.add(object);
      }
      object.asMap().values().forEach(member -> collectTargets(member, targets));
    }
  }

  @Test
  void theServiceSurvivesHaproxyAndVrrpdAndTheFourPanelsShowIt() throws IOException {
    try (Stack stack =
        new Stack(
            "unicast-monitored",
            "vm1",
            "vm1-vrrpd",
            "vm1-exporter",
            "vm2",
            "vm2-vrrpd",
            "vm2-exporter",
            "prometheus")) {
      stack.awaitHolder("vm1", ADDRESS);
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

      everyPanelShowsWhatItsLegendNames(stack);
      assertThat(stack.exec("prometheus", "curl", "-fsS", "http://127.0.0.1:9090/api/v1/rules"))
          .contains("\"type\":\"alerting\"")
          .doesNotContain("\"health\":\"err\"");

      stack.stop("vm1-vrrpd");
      stack.awaitHolder("vm2", ADDRESS);
      awaitMetric(stack, "keepalived_vrrp_state{instance=\"vm2:9165\"}", "2");
      awaitMetric(stack, "up{instance=\"vm1:9165\"}", "0");
      stack.start("vm1-vrrpd");
      stack.awaitHolder("vm1", ADDRESS);
      awaitMetric(stack, "sum(keepalived_vrrp_state == bool 2)", "1");
    }
  }
}
