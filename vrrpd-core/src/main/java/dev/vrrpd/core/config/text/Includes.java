package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the files an include names and judges those that cannot be read. */
final class Includes {
  private final SourceReader reader;
  private final FilePattern patterns;
  private final Diagnostics diagnostics;
  private final Budget budget;
  private Set<IncludeChecks> inForce = EnumSet.noneOf(IncludeChecks.class);

  /** A file to read next. */
  record Found(String path, List<String> lines) {}

  Includes(SourceReader reader, Diagnostics diagnostics, Budget budget, boolean checkAll) {
    this.reader = reader;
    this.budget = budget;
    this.patterns = new FilePattern(reader);
    this.diagnostics = diagnostics;
    if (checkAll) {
      inForce = EnumSet.allOf(IncludeChecks.class);
    }
  }

  Set<IncludeChecks> inForce() {
    return EnumSet.copyOf(inForce);
  }

  /** Ends the changes of an included file. */
  void restore(Set<IncludeChecks> checks) {
    inForce = checks;
  }

  /** {@code include_check [[+|-]WORD ...]}: the first word without sign replaces the set. */
  void configure(List<Word> words) {
    if (words.isEmpty()) {
      inForce = EnumSet.allOf(IncludeChecks.class);
      return;
    }
    Set<IncludeChecks> checks = EnumSet.copyOf(inForce);
    boolean first = true;
    for (Word word : words) {
      char sign = word.text().isEmpty() ? ' ' : word.text().charAt(0);
      boolean signed = sign == '+' || sign == '-';
      if (!signed && first) {
        checks.clear();
      }
      first &= signed;
      IncludeChecks.named(signed ? word.text().substring(1) : word.text())
          .ifPresent(check -> change(checks, check, sign == '-'));
    }
    checks.add(IncludeChecks.READ);
    inForce = checks;
  }

  private static void change(Set<IncludeChecks> checks, IncludeChecks check, boolean remove) {
    if (remove) {
      checks.remove(check);
    } else {
      checks.add(check);
    }
  }

  /** The files that {@code pattern} leads to, in order. */
  List<Found> find(Span span, String pattern, Set<IncludeChecks> added) {
    Set<IncludeChecks> checks = EnumSet.copyOf(inForce);
    checks.addAll(added);
    List<Found> files = new ArrayList<>();
    List<String> alternatives = FilePattern.alternatives(pattern);
    boolean anyMatch = false;
    for (String alternative : alternatives) {
      budget.file();
      List<String> paths = patterns.matches(alternative);
      anyMatch |= !paths.isEmpty();
      if (paths.isEmpty() && checks.contains(IncludeChecks.BRACE_MATCH)) {
        refuse(span, alternative, true);
      }
      paths.forEach(path -> open(span, path, checks.contains(IncludeChecks.READ), files));
    }
    if (!anyMatch && !checks.contains(IncludeChecks.BRACE_MATCH)) {
      boolean wild = FilePattern.hasWildcard(pattern);
      refuse(
          span,
          pattern,
          checks.contains(wild ? IncludeChecks.WILDCARD_MATCH : IncludeChecks.MATCH));
    }
    return files;
  }

  private void open(Span span, String path, boolean mustBeReadable, List<Found> files) {
    budget.file();
    switch (reader.read(path)) {
      case SourceReader.Content.Lines(List<String> lines) -> files.add(new Found(path, lines));
      case SourceReader.Content.Missing() -> refuse(span, path, mustBeReadable);
      case SourceReader.Content.Unusable(String reason) ->
          diagnostics.add(
              Diagnostic.of(
                  mustBeReadable ? Code.INCLUDE_CHECK_FAILED : Code.INCLUDE_NOT_FOUND,
                  span,
                  "'%s' is skipped: it is %s".formatted(path, reason)));
    }
  }

  private void refuse(Span span, String path, boolean checked) {
    diagnostics.add(
        Diagnostic.of(
                checked ? Code.INCLUDE_CHECK_FAILED : Code.INCLUDE_NOT_FOUND,
                span,
                "no file matches '%s'".formatted(path))
            .help(
                path.startsWith("\"")
                    ? "write it without quotes, which are taken for a part of the name"
                    : "a relative path starts from the directory of the file it stands in")
            .asKeepalivedOverall(
                "(Line %d) Config files missing '%s'.".formatted(span.line(), path)));
  }
}
