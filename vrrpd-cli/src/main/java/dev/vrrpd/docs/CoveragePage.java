package dev.vrrpd.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/coverage.md}: what vrrpd does with each of keepalived's keywords. */
final class CoveragePage {
  private static final int MOST_NAMED = 4;

  private CoveragePage() {}

  static String text(Proofs proofs) {
    List<Keyword> all = Keyword.all();
    StringBuilder page =
        new StringBuilder(
            """
            # Coverage of keepalived's keywords

            Generated: `bin/dev docs`. Every keyword of keepalived 2.4.3 outside the load balancer is a row of
            vrrpd's table: it is recognised, its values are checked, and a mistyped one gets a suggestion. This
            page says what happens beyond that, and which tests set the keyword: first those in which a
            daemon or a simulated router runs with it, else, *read*, those that only look at what was read of
            it. %s

            """
                .formatted(summary(all, proofs)));
    page.append("| Block | FULL | NO_EFFECT |\n|---|---|---|\n");
    Map<String, Map<String, Long>> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    keyword -> name(keyword.block()),
                    TreeMap::new,
                    Collectors.groupingBy(
                        keyword -> keyword.row().support().label(), Collectors.counting())));
    counts.forEach((block, levels) -> page.append(count(block, levels)));
    page.append(count("**all**", totals(all)));
    page.append("\n| Block | Keyword | Support | Why | Proved by |\n|---|---|---|---|---|\n");
    all.forEach(keyword ->
        page.append(
            "| %s | `%s` | %s | %s | %s |\n"
                .formatted(
                    keyword.block(),
                    keyword.row().keyword(),
                    keyword.row().support().label(),
                    keyword.row().support().explanation(),
                    proof(keyword, proofs))));
    return page.toString();
  }

  private static String summary(List<Keyword> all, Proofs proofs) {
    List<Keyword> full = all.stream().filter(Keyword::full).toList();
    long run = full.stream().filter(keyword -> !proofs.running(keyword).isEmpty()).count();
    return "Of %d keywords with full support %d run in a test, %d are only read."
        .formatted(full.size(), run, full.size() - run);
  }

  private static String proof(Keyword keyword, Proofs proofs) {
    if (!keyword.full()) {
      return "";
    }
    Set<String> running = proofs.running(keyword);
    return running.isEmpty() ? "*read:* " + few(proofs.reading(keyword)) : few(running);
  }

  private static String few(Set<String> tests) {
    String some = tests.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return tests.size() > MOST_NAMED
        ? "%s and %d more".formatted(some, tests.size() - MOST_NAMED)
        : some;
  }

  private static Map<String, Long> totals(List<Keyword> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                keyword -> keyword.row().support().label(), Collectors.counting()));
  }

  private static String count(String block, Map<String, Long> levels) {
    return "| %s | %d | %d |\n"
        .formatted(block, levels.getOrDefault("FULL", 0L), levels.getOrDefault("NO_EFFECT", 0L));
  }

  private static String name(String block) {
    return block.isEmpty() ? "outside" : block;
  }
}
