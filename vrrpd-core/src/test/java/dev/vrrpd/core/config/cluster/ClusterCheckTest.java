package dev.vrrpd.core.config.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.Golden;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.DiagnosticText;
import dev.vrrpd.core.config.load.Configuration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Nodes of one cluster, and what is said about them together: {@code cluster/NAME.conf} holds the
 * files of the nodes, each behind a line {@code ==== NODE}; {@code NAME.txt} what is found.
 */
class ClusterCheckTest {
  private static final Pattern NODE = Pattern.compile("(?m)^==== (\\S+)\n");

  @TestFactory
  Stream<DynamicTest> whatDoesNotFitTogetherIsSaidWithItsPlace() {
    return Golden.files("cluster", ".conf").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> Golden.compare(file.resolveSibling(answer(file)), said(file))));
  }

  private static String answer(Path file) {
    return file.getFileName().toString().replace(".conf", ".txt");
  }

  @Test
  void everyKindOfFindingHasAClusterThatShowsIt() {
    Set<Code> shown =
        Golden.files("cluster", ".conf").stream()
            .flatMap(file -> ClusterCheck.check(nodes(file)).stream())
            .map(Diagnostic::code)
            .collect(Collectors.toSet());
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Code.values())
                .filter(code -> code.name().startsWith("CLUSTER_"))
                .toList());
  }

  @Test
  void aClusterThatFitsTogetherIsLeftInPeace() {
    Golden.files("cluster", "good.conf")
        .forEach(file -> assertThat(ClusterCheck.check(nodes(file))).as(file.toString()).isEmpty());
    assertThat(Golden.files("cluster", "good.conf")).hasSizeGreaterThan(1);
  }

  @Test
  void aNodeWhoseFileIsRefusedIsLeftOut() {
    Map<String, Loaded> nodes = nodes(Golden.files("cluster", "priorities.conf").getFirst());
    nodes.put("broken", Files.of("vrrp_instance X {\n}\n").load());
    assertThat(ClusterCheck.check(nodes)).noneMatch(found -> found.message().contains("broken"));
  }

  private static Map<String, Loaded> nodes(Path file) {
    String text = Golden.read(file);
    List<String> bodies = List.of(text.split(NODE.pattern(), -1));
    Map<String, Loaded> nodes = new LinkedHashMap<>();
    Matcher names = NODE.matcher(text);
    for (String body : bodies.subList(1, bodies.size())) {
      assertThat(names.find()).isTrue();
      nodes.put(names.group(1), load(names.group(1), body));
    }
    return nodes;
  }

  private static Loaded load(String node, String text) {
    Loaded loaded =
        Configuration.load(new Files().with(node, text), node, LoadOptions.elsewhere("node1"));
    assertThat(loaded.config()).as(loaded.text()).isPresent();
    return loaded;
  }

  private static String said(Path file) {
    Map<String, Loaded> nodes = nodes(file);
    return new DiagnosticText(span ->
        nodes.values().stream().flatMap(loaded -> loaded.line(span).stream()).findFirst())
        .render(ClusterCheck.check(nodes));
  }
}
