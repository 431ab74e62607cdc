package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The dashboard against what Grafana's published schema of dashboards (version 13) asks for, as far
 * as it says more than that this is JSON. What Prometheus answers to its questions: {@link
 * UnicastMonitoredContainerIT}.
 */
class DashboardTest {
  private static final int COLUMNS = 24;

  /** The options without which the schema takes no panel of that kind. */
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "stat",
          Set.of(
              "colorMode",
              "graphMode",
              "justifyMode",
              "orientation",
              "percentChangeColorMode",
              "reduceOptions",
              "showPercentChange",
              "textMode",
              "wideLayout"),
          "timeseries",
          Set.of("legend", "tooltip"),
          "state-timeline",
          Set.of("legend", "rowHeight", "showValue", "tooltip"));

  private final Dashboard dashboard = Dashboard.read();

  @Test
  void eachPanelHasTheOptionsOfItsKind() {
    for (JsonObject panel : dashboard.panels()) {
      String kind = panel.get("type").getAsString();
      assertThat(REQUIRED).containsKey(kind);
      assertThat(panel.getAsJsonObject("options").keySet())
          .as(panel.get("title").getAsString())
          .containsAll(REQUIRED.get(kind));
    }
  }

  @Test
  void noPanelLiesOnAnotherOrOutsideTheGrid() {
    Set<Integer> ids = new HashSet<>();
    Set<List<Integer>> taken = new HashSet<>();
    for (JsonObject panel : dashboard.panels()) {
      String title = panel.get("title").getAsString();
      assertThat(ids.add(panel.get("id").getAsInt())).as("id of " + title).isTrue();
      JsonObject place = panel.getAsJsonObject("gridPos");
      int left = place.get("x").getAsInt();
      int right = left + place.get("w").getAsInt();
      int top = place.get("y").getAsInt();
      assertThat(right).as(title).isLessThanOrEqualTo(COLUMNS);
      for (int x = left; x < right; x++) {
        for (int y = top; y < top + place.get("h").getAsInt(); y++) {
          assertThat(taken.add(List.of(x, y))).as("%s at %d, %d", title, x, y).isTrue();
        }
      }
    }
  }

  @Test
  void eachQuestionHasALetterOfItsOwnAndGoesToTheChosenDataSource() {
    for (JsonObject panel : dashboard.panels()) {
      assertSource(panel);
      Set<String> letters = new HashSet<>();
      for (JsonObject target : Dashboard.targets(panel)) {
        assertSource(target);
        assertThat(letters.add(target.get("refId").getAsString())).isTrue();
      }
      assertThat(letters).isNotEmpty();
    }
  }

  private static void assertSource(JsonObject asking) {
    assertThat(asking.getAsJsonObject("datasource").get("uid").getAsString())
        .isEqualTo("${datasource}");
  }

  @Test
  void theChoiceBeginsWithTheDataSourceThatIsProvisioned() throws IOException {
    JsonObject variable = dashboard.variables().getFirst();
    assertThat(variable.get("name").getAsString()).isEqualTo("datasource");
    String chosen = variable.getAsJsonObject("current").get("value").getAsString();
    String provisioned =
        "config-examples/monitoring/grafana/provisioning/datasources/prometheus.yml";
    assertThat(Files.readAllLines(Shell.ROOT.resolve(provisioned))).contains("    uid: " + chosen);
  }
}
