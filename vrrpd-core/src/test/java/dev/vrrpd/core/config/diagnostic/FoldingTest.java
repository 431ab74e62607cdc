package dev.vrrpd.core.config.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldingTest {
  private static Diagnostic found(String file, int line, String message) {
    return Diagnostic.of(Code.OUT_OF_RANGE, new Span(file, line, 3, 5), message);
  }

  private static List<String> folded(Stream<Diagnostic> found, String... names) {
    return Folding.fold(found.toList(), Set.of(names)).stream().map(Diagnostic::toString).toList();
  }

  /** As a program writes it: each instance has the same mistake. */
  private static Loaded generated(int instances) {
    String file =
        IntStream.rangeClosed(1, instances)
            .mapToObj(number ->
                """
                vrrp_instance VI_%d {
                  interface eth0.%d
                  virtual_router_id %d
                  priority %d
                  virtual_ipaddress {
                    10.0.%d.%d
                  }
                }
                """
                    .formatted(
                        number, number, number % 255 + 1, 300 + number, number / 250, number % 250))
            .collect(Collectors.joining());
    return Files.of(file).load();
  }

  @Test
  void sevenHundredAndFiftyInstancesWithTheSameMistakeTakeSixFindings() {
    Loaded loaded = generated(750);
    assertThat(loaded.diagnostics()).hasSize(750);
    assertThat(loaded.folded()).hasSize(6);
    assertThat(loaded.text())
        .contains("vrrpd.conf:4:12: error: out-of-range: 301 is outside 1 to 255 for 'priority'")
        .contains("vrrpd.conf:36:12: ")
        .doesNotContain("vrrpd.conf:44:12: ")
        .endsWith(
            """
            vrrpd.conf: error: out-of-range: 745 more of the same: lines 44, 52, 60, 68, 76, 84, 92, 100, 108, 116, ...
              help: vrrpd check --all shows each
            """);
  }

  @Test
  void whatIsToldOfAFileIsNotChangedByIt() {
    Loaded loaded = generated(7);
    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.testStatus()).isEqualTo(5);
    assertThat(loaded.diagnostics()).hasSize(7).allMatch(found -> found.span().line() > 0);
  }

  @Test
  void fiveAreShownAndOneMoreAsWell() {
    assertThat(folded(IntStream.range(0, 6).mapToObj(n -> found("a", n + 1, "no " + n))))
        .hasSize(6)
        .noneMatch(line -> line.contains("more"));
  }

  @Test
  void namesOfInstancesMakeNoDifferenceOtherWordsDo() {
    String[] names = {"web", "mail", "ldap", "db", "dns", "ntp", "git"};
    Stream<Diagnostic> instances =
        Stream.of(names).map(name -> found("a", 1, "the instance '%s' is lost".formatted(name)));
    Stream<Diagnostic> keywords =
        Stream.of(names).map(name -> found("a", 2, "the keyword '%s' is lost".formatted(name)));
    assertThat(folded(instances, names))
        .hasSize(6)
        .endsWith("a: error: out-of-range: 2 more of the same: line 1");
    assertThat(folded(keywords)).hasSize(7);
  }

  @Test
  void everyKindIsCountedByItself() {
    List<Diagnostic> found = new ArrayList<>();
    for (int line = 1; line <= 8; line++) {
      found.add(found("a", line, line + " is outside 1 to 255 for 'priority'"));
      found.add(found("a", line, line + " is outside 1 to 255 for 'virtual_router_id'"));
    }
    found.add(found("a", 9, "0 is outside 1 to 255 for 'unicast_ttl'"));
    assertThat(folded(found.stream()))
        .hasSize(13)
        .containsOnlyOnce("a:9:3: error: out-of-range: 0 is outside 1 to 255 for 'unicast_ttl'")
        .filteredOn(line -> line.endsWith("3 more of the same: lines 6, 7, 8"))
        .hasSize(2);
  }

  @Test
  void everyFileTellsItsOwnLines() {
    Stream<Diagnostic> found =
        Stream.of("a", "b", "c")
            .flatMap(file ->
                IntStream.rangeClosed(1, 6).mapToObj(line -> found(file, line, "'x$1' is lost")));
    assertThat(folded(found).subList(5, 8))
        .containsExactly(
            "a:6:3: error: out-of-range: 'x$1' is lost",
            "b: error: out-of-range: 6 more of the same: lines 1, 2, 3, 4, 5, 6",
            "c: error: out-of-range: 6 more of the same: lines 1, 2, 3, 4, 5, 6");
  }

  @Test
  void whatHasNoPlaceIsCountedOnly() {
    Stream<Diagnostic> found =
        IntStream.range(0, 8)
            .mapToObj(n -> Diagnostic.of(Code.GROUP_EMPTY, Span.NOWHERE, "'G" + n + "' is empty"));
    assertThat(folded(found))
        .last()
        .isEqualTo("configuration: error: group-empty: 3 more of the same");
  }
}
