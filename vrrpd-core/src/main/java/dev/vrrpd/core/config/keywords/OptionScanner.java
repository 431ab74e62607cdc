package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the options of one route or rule; the first bad one makes the entry unusable. */
final class OptionScanner {
  private final Line line;
  private final String what;
  private final Map<String, OptionKind> options;
  private final Map<String, Word> found = new HashMap<>();

  OptionScanner(Line line, String what, Map<String, OptionKind> options) {
    this.line = line;
    this.what = what;
    this.options = options;
  }

  /** Each option with its value (or itself); empty after reporting what is wrong. */
  Optional<Map<String, Word>> scan() {
    while (line.hasNext()) {
      Word option = line.take().orElseThrow();
      OptionKind kind = options.get(option.text());
      if (kind == null) {
        return refuse(
            option, "'%s' is not an option of a %s".formatted(option, what), near(option));
      }
      Word value = option;
      if (kind.takesValue()) {
        Optional<Word> next = value(option);
        if (next.isEmpty() || !kind.fits(next.get())) {
          return refuse(
              next.orElse(option),
              "'%s' takes %s".formatted(option, kind.description()),
              Optional.empty());
        }
        value = next.get();
      }
      found.put(option.text(), value);
    }
    return Optional.of(found);
  }

  /** Metrics may be locked, gateways may name their family. */
  private Optional<Word> value(Word option) {
    boolean filler =
        line.peek().map(Word::text).filter(word -> isFiller(option.text(), word)).isPresent();
    if (filler) {
      line.take();
    }
    return line.take();
  }

  private static boolean isFiller(String option, String word) {
    return word.equals("lock")
        || (option.equals("via") && (word.equals("inet") || word.equals("inet6")))
        || (option.equals("as") && word.equals("to"));
  }

  private Optional<String> near(Word option) {
    return Suggestion.nearest(option.text(), options.keySet())
        .map(near -> "did you mean '%s'?".formatted(near));
  }

  private Optional<Map<String, Word>> refuse(Word word, String message, Optional<String> help) {
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.INVALID_OPTION, word.span(), "%s; the %s is skipped".formatted(message, what))
            .asKeepalived("Invalid %s option %s".formatted(what, word));
    line.report(help.map(diagnostic::help).orElse(diagnostic));
    line.takeAll();
    return Optional.empty();
  }
}
