package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a line into words as plain keywords want it: separated by blanks; a double quote begins a
 * new word wherever it stands and the next one ends it; no escapes; single quotes mean nothing.
 */
final class Words {
  private Words() {}

  /** The words, at least one; empty after reporting a quote that is not closed. */
  static Optional<List<Word>> split(Text text, Diagnostics diagnostics) {
    List<Word> words = new ArrayList<>(4);
    int i = 0;
    while (i < text.length()) {
      char c = text.at(i);
      if (Text.isSeparator(c)) {
        i++;
        continue;
      }
      int end = c == '"' ? text.chars().indexOf('"', i + 1) : endOfPlainWord(text, i);
      if (end < 0) {
        reportUnterminated(text, i, diagnostics);
        return Optional.empty();
      }
      boolean quoted = c == '"';
      words.add(
          new Word(
              text.chars().substring(quoted ? i + 1 : i, end),
              text.span(i, quoted ? end + 1 : end)));
      i = quoted ? end + 1 : end;
    }
    return Optional.of(words);
  }

  private static int endOfPlainWord(Text text, int from) {
    int end = from;
    while (end < text.length() && !Text.isSeparator(text.at(end)) && text.at(end) != '"') {
      end++;
    }
    return end;
  }

  private static void reportUnterminated(Text text, int at, Diagnostics diagnostics) {
    diagnostics.add(
        Diagnostic.of(
                Code.UNTERMINATED_QUOTE,
                text.span(at, text.length()),
                "the double quote is not closed on this line; the line is ignored")
            .help("add the closing quote")
            .asKeepalived("Unterminated quote '%s'".formatted(text.chars())));
  }
}
