package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** config-examples/monitoring, read by Prometheus' own tool and held against what vrrpd serves. */
@Needs(programs = "promtool")
class AlertRulesIT {
  private static final Path MONITORING = Shell.ROOT.resolve("config-examples/monitoring");
  private static final Path SERVED =
      Shell.ROOT.resolve("vrrpd-cli/src/test/resources/metrics/typical.prom");
  private static final Pattern METRIC = Pattern.compile("\\b(?:keepalived|vrrpd)_[a-z_]+");

  @Test
  void whatTheDaemonServesIsWellFormed() {
    assertThat(Shell.run("sh", "-c", "promtool check metrics < " + SERVED)).doesNotContain("error");
  }

  @Test
  void theRulesFireWhenTheyShouldAndOnlyThen() {
    Shell.run("promtool", "check", "config", MONITORING.resolve("prometheus.yml").toString());
    Shell.run("promtool", "test", "rules", MONITORING.resolve("alerts_test.yml").toString());
  }

  @Test
  void rulesAndDashboardAskOnlyForMetricsThatAreServed() throws IOException {
    Set<String> served =
        Files.readAllLines(SERVED).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[ {]", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    for (String file : List.of("alerts.yml", "grafana/dashboards/vrrpd.json")) {
      Set<String> asked =
          Files.readAllLines(MONITORING.resolve(file)).stream()
              .filter(line -> line.contains("expr"))
              .flatMap(line -> METRIC.matcher(line).results().map(r -> r.group()))
              .filter(name -> !name.endsWith("_"))
              .collect(Collectors.toSet());
      assertThat(served).as(file).containsAll(asked);
    }
  }
}
