package dev.vrrpd.core.config;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.DiagnosticText;
import dev.vrrpd.core.config.diagnostic.Folding;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.diagnostic.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a configuration file.
 *
 * @param config what would run; empty if the daemon must not start with it
 * @param diagnostics all findings, sorted by place
 * @param sources the lines of all files read, by the names that spans carry
 */
public record Loaded(
    Optional<DaemonConfig> config,
    List<Diagnostic> diagnostics,
    Map<String, List<String>> sources,
    Map<String, Map<String, Span>> instancePlaces) {
  private static final int MISSING_ARGUMENT = 2;
  private static final int INSECURE = 6;

  public Loaded {
    diagnostics = List.copyOf(diagnostics);
    sources = Map.copyOf(sources);
    instancePlaces = Map.copyOf(instancePlaces);
  }

  /** Where {@code keyword} of an instance stands; else the instance, else nowhere. */
  public Span place(String instance, String keyword) {
    Map<String, Span> places = instancePlaces.getOrDefault(instance, Map.of());
    return places.getOrDefault(keyword, places.getOrDefault("", Span.NOWHERE));
  }

  /** For a daemon that runs already: with any error it keeps what it has. */
  public Optional<DaemonConfig> forReload() {
    return hasErrors() ? Optional.empty() : config;
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }

  /**
   * Exit status of a start that is refused: 6 for files that are missing, else 2; 0 if it is not.
   */
  public int startStatus() {
    return diagnostics.stream()
        .map(Diagnostic::code)
        .filter(Code::refusesStart)
        .mapToInt(Code::startStatus)
        .max()
        .orElse(0);
  }

  /**
   * Exit status of {@code --config-test}, as keepalived has it: 0 fine, 2 a value is missing, 5
   * errors or warnings, 6 scripts are not secure or an include check failed.
   */
  public int testStatus() {
    List<Integer> found = diagnostics.stream().map(each -> each.code().testStatus()).toList();
    if (found.contains(MISSING_ARGUMENT)) {
      return MISSING_ARGUMENT;
    }
    return found.contains(INSECURE) ? INSECURE : found.stream().max(Integer::compare).orElse(0);
  }

  /** What was found with its lines, for a terminal. */
  public String text() {
    return new DiagnosticText(this::line).render(folded());
  }

  /** What was found, for a reader: of many that say the same a few, and where the others are. */
  public List<Diagnostic> folded() {
    return Folding.fold(diagnostics, instancePlaces.keySet());
  }

  /** The line of a file that {@code span} lies in. */
  public Optional<String> line(Span span) {
    List<String> lines = sources.get(span.file());
    boolean there = lines != null && span.line() >= 1 && span.line() <= lines.size();
    return there ? Optional.of(lines.get(span.line() - 1)) : Optional.empty();
  }
}
