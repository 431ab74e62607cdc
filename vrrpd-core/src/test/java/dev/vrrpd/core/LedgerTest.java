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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each obligation of the RFC has code that carries it out and a test that shows it, or a reason.
 */
class LedgerTest {
  private final Map<Rule, Set<String>> code = new EnumMap<>(Rule.class);
  private final Map<Rule, Set<String>> proofs = new EnumMap<>(Rule.class);

  LedgerTest() throws IOException, URISyntaxException {
    eachMember(Rule.class, this::noteCode);
    eachMember(LedgerTest.class, this::noteProof);
    for (Path scenario : Golden.files("scenarios", ".txt")) {
      Golden.read(scenario)
          .lines()
          .filter(line -> line.startsWith("# proves "))
          .flatMap(line -> Stream.of(line.substring("# proves ".length()).split(" ", -1)))
          .forEach(rule -> add(proofs, Rule.valueOf(rule), "scenarios/" + scenario.getFileName()));
    }
  }

  @Test
  void everyMustIsCarriedOutAndProvedOrExcused() {
    for (Rule rule : Rule.values()) {
      if (rule.level() == Rule.Level.MUST && rule.exception().isEmpty()) {
        assertThat(code.getOrDefault(rule, Set.of())).as("code for %s", rule).isNotEmpty();
        assertThat(proofs.getOrDefault(rule, Set.of())).as("proof of %s", rule).isNotEmpty();
      }
    }
  }

  @Test
  void theDocumentationSaysWhatTheLedgerSays() {
    StringBuilder page =
        new StringBuilder(
            """
            # RFC 9568, sentence by sentence

            What the RFC asks for, where it is done, and what shows it. Printed from `Rule`,
            `@Implements`, `@Proves` and the scenarios by `LedgerTest`; `-Dgolden=accept` prints it anew.

            | Section | Level | Obligation | Code | Shown by |
            |---|---|---|---|---|
            """);
    for (Rule rule : Rule.values()) {
      page.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  rule.section(),
                  rule.level(),
                  rule.text(),
                  rule.exception().orElseGet(() -> list(code, rule)),
                  list(proofs, rule)));
    }
    Path root = Path.of(System.getProperty("vrrpd.root", ".."));
    Golden.compare(root.resolve("docs/rfc9568.md"), page.toString());
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
      for (Rule rule : cited.value()) {
        add(proofs, rule, "`" + name + "`");
      }
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
