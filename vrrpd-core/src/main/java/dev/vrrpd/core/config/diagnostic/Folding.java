package dev.vrrpd.core.config.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings for a reader: of those that say the same, the first few as they are, and of all others
 * in a file one that tells how many there are and in which lines. A generated file has the same
 * mistake in each of its hundreds of instances. Programs get every finding.
 */
public final class Folding {
  private static final int SHOWN = 5;
  private static final int MOST_LINES = 10;

  /** A number, an address, or a name with a number in it. */
  private static final Pattern NUMBERED =
      Pattern.compile("[^\\s'\"(),;\\[\\]]*\\d[^\\s'\"(),;\\[\\]]*");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /** What findings have in common that say the same. */
  private record Kind(Code code, String message) {}

  private record Rest(Kind kind, String file) {}

  private final Set<String> names;
  private final Map<Kind, Integer> seen = new HashMap<>();
  private final Map<Rest, List<Diagnostic>> rests = new HashMap<>();
  private final List<List<Diagnostic>> rows = new ArrayList<>();

  private Folding(Set<String> names) {
    this.names = names;
  }

  /**
   * {@code found} in its order.
   *
   * @param names of instances: messages that differ in them, or in numbers, say the same
   */
  public static List<Diagnostic> fold(List<Diagnostic> found, Set<String> names) {
    if (found.size() <= SHOWN) {
      return found;
    }
    Folding folding = new Folding(names);
    found.forEach(folding::add);
    return folding.rows.stream().map(Folding::told).toList();
  }

  private void add(Diagnostic diagnostic) {
    Kind kind = new Kind(diagnostic.code(), withoutNames(diagnostic.message()));
    if (seen.merge(kind, 1, Integer::sum) <= SHOWN) {
      rows.add(List.of(diagnostic));
    } else {
      rests.computeIfAbsent(new Rest(kind, diagnostic.span().file()), _ -> row()).add(diagnostic);
    }
  }

  /** Where the first of a rest stands. */
  private List<Diagnostic> row() {
    List<Diagnostic> row = new ArrayList<>();
    rows.add(row);
    return row;
  }

  private String withoutNames(String message) {
    String unnamed = QUOTED.matcher(message).replaceAll(this::withoutName);
    return NUMBERED.matcher(unnamed).replaceAll("#");
  }

  private String withoutName(MatchResult quoted) {
    return names.contains(quoted.group(1)) ? "#" : Matcher.quoteReplacement(quoted.group());
  }

  private static Diagnostic told(List<Diagnostic> row) {
    Diagnostic first = row.getFirst();
    return row.size() == 1
        ? first
        : Diagnostic.of(
                first.code(),
                first.span().wholeFile(),
                "%d more of the same%s".formatted(row.size(), lines(row)))
            .help("vrrpd check --all shows each");
  }

  private static String lines(List<Diagnostic> row) {
    List<Integer> lines =
        row.stream().map(each -> each.span().line()).filter(line -> line > 0).distinct().toList();
    if (lines.isEmpty()) {
      return "";
    }
    return lines.stream()
        .limit(MOST_LINES)
        .map(String::valueOf)
        .collect(
            Collectors.joining(
                ", ",
                lines.size() == 1 ? ": line " : ": lines ",
                lines.size() > MOST_LINES ? ", ..." : ""));
  }
}
