package dev.vrrpd.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each obligation of the RFC has code that carries it out, a test that shows it and one that shows
 * its refusal, or a reason.
 */
class LedgerTest {
  private static final Path ROOT = Path.of(System.getProperty("vrrpd.root", ".."));

  private final Map<Rule, Set<String>> code = new EnumMap<>(Rule.class);
  private final Map<Rule, Set<String>> proofs = new EnumMap<>(Rule.class);
  private final Map<Rule, Set<String>> refusals = new EnumMap<>(Rule.class);

  LedgerTest() throws IOException, URISyntaxException {
    eachMember(Rule.class, this::noteCode);
    eachMember(LedgerTest.class, this::noteProof);
    for (Path scenario : Golden.files("scenarios", ".txt")) {
      noteScenario(scenario, "# proves ", proofs);
      noteScenario(scenario, "# refuses ", refusals);
    }
  }

  private static void noteScenario(Path scenario, String mark, Map<Rule, Set<String>> ledger) {
    Golden.read(scenario)
        .lines()
        .filter(line -> line.startsWith(mark))
        .flatMap(line -> Stream.of(line.substring(mark.length()).split(" ", -1)))
        .forEach(rule -> add(ledger, Rule.valueOf(rule), "scenarios/" + scenario.getFileName()));
  }

  private static List<Rule> ofThisModule() {
    return Stream.of(Rule.values())
        .filter(rule -> rule.level() == Rule.Level.MUST)
        .filter(rule -> rule.exception().isEmpty() && rule.elsewhere().isEmpty())
        .toList();
  }

  @Test
  void everyMustIsCarriedOutAndProvedOrExcused() {
    for (Rule rule : ofThisModule()) {
      assertThat(code.getOrDefault(rule, Set.of())).as("code for %s", rule).isNotEmpty();
      assertThat(proofs.getOrDefault(rule, Set.of())).as("proof of %s", rule).isNotEmpty();
    }
  }

  /** What is heard and what state it makes can go wrong; what is sent is as the goldens say. */
  @Test
  void whatGoesAgainstAnObligationToListenIsShownToBeRefused() {
    for (Rule rule : ofThisModule()) {
      if (rule.section().matches("9568 (6\\.4|7\\.1).*|3768 7\\.1")) {
        assertThat(refusals.getOrDefault(rule, Set.of())).as("refusal of %s", rule).isNotEmpty();
      }
    }
  }

  @Test
  void whatOtherModulesDoAndProveIsThere() throws IOException {
    Set<String> sources = new HashSet<>();
    for (String module : List.of("vrrpd-core", "vrrpd-netlink", "vrrpd-cli")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src"))) {
        all.forEach(path -> sources.add(path.getFileName().toString()));
      }
    }
    Pattern cited = Pattern.compile("`([A-Z]\\w+)`");
    for (Rule rule : Rule.values()) {
      String text = rule.elsewhere().map(place -> place.code() + place.proof()).orElse("");
      assertThat(cited.matcher(text).results().map(match -> match.group(1) + ".java"))
          .as("cited by %s", rule)
          .isSubsetOf(sources);
    }
  }

  @Test
  void theDocumentationSaysWhatTheLedgerSays() {
    StringBuilder page =
        new StringBuilder(
            """
            # RFC 9568, sentence by sentence

            What the RFC asks for, where it is done, what shows that it is kept, and what shows
            that the contrary is refused or does not happen. RFC 3768 asks for the same, but for
            the lines that name it. Printed from `Rule`, `@Implements`, `@Proves` and the scenarios
            by `LedgerTest`; `-Dgolden=accept` prints it anew.

            | Section | Level | Obligation | Code, or why not | Kept | Refused |
            |---|---|---|---|---|---|
            """);
    for (Rule rule : Rule.values()) {
      page.append(
          "| %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  rule.section(),
                  rule.level(),
                  rule.text(),
                  rule.exception().orElseGet(() -> code(rule)),
                  rule.elsewhere().map(Rule.Elsewhere::proof).orElseGet(() -> list(proofs, rule)),
                  list(refusals, rule)));
    }
    Golden.compare(ROOT.resolve("docs/rfc9568.md"), page.toString());
  }

  private String code(Rule rule) {
    return rule.elsewhere().map(Rule.Elsewhere::code).orElseGet(() -> list(code, rule));
  }

  private static String list(Map<Rule, Set<String>> ledger, Rule rule) {
    return String.join(", ", ledger.getOrDefault(rule, Set.of()));
  }

  private static void add(Map<Rule, Set<String>> ledger, Rule rule, String where) {
    ledger.computeIfAbsent(rule, _ -> new TreeSet<>()).add(where);
  }

  private void noteCode(AnnotatedElement element, String name) {
    Implements cited = element.getAnnotation(Implements.class);
    if (cited != null) {
      for (Rule rule : cited.value()) {
        add(code, rule, "`" + name + "`");
      }
    }
  }

  private void noteProof(AnnotatedElement element, String name) {
    Proves cited = element.getAnnotation(Proves.class);
    if (cited != null) {
      Stream.of(cited.value()).forEach(rule -> add(proofs, rule, "`" + name + "`"));
      Stream.of(cited.refuses()).forEach(rule -> add(refusals, rule, "`" + name + "`"));
    }
  }

  /** Every class, method and field compiled together with {@code neighbour}. */
  private static void eachMember(Class<?> neighbour, BiConsumer<AnnotatedElement, String> visitor)
      throws IOException, URISyntaxException {
    Path root = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (Class<?> type : classes(root)) {
      visitor.accept(type, type.getSimpleName());
      List<AnnotatedElement> members = new ArrayList<>();
      members.addAll(List.of(type.getDeclaredMethods()));
      members.addAll(List.of(type.getDeclaredFields()));
      for (AnnotatedElement member : members) {
        String name = ((Member) member).getName();
        visitor.accept(member, type.getSimpleName() + "." + name);
      }
    }
  }

  private static List<Class<?>> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("dev/vrrpd/core"))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.toString().endsWith("-info.class"))
          .map(file -> root.relativize(file).toString())
          .<Class<?>>map(LedgerTest::load)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, LedgerTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }
}
