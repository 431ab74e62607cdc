package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits like a shell, as script keywords want it: {@code "..."} and {@code '...'} group and
 * vanish, adjacent pieces join into one word, a backslash protects the next character. A second
 * round turns the command word into its arguments and decodes escapes.
 */
public final class ScriptWords {
  private ScriptWords() {}

  /** The words of the line, backslashes kept; empty after reporting a quote that is not closed. */
  public static Optional<List<Word>> ofLine(Text text, Diagnostics diagnostics) {
    List<Word> words = new ArrayList<>(4);
    int i = 0;
    while (i < text.length()) {
      if (Text.isSeparator(text.at(i))) {
        i++;
        continue;
      }
      StringBuilder word = new StringBuilder();
      int end = readWord(text.chars(), i, word, false);
      if (end < 0) {
        diagnostics.add(
            Diagnostic.of(
                    Code.UNTERMINATED_QUOTE,
                    text.span(i, text.length()),
                    "a quote is not closed on this line; the line is ignored")
                .asKeepalived("Unterminated quote '%s'".formatted(text.chars())));
        return Optional.empty();
      }
      words.add(new Word(word.toString(), text.span(i, end)));
      i = end;
    }
    return Optional.of(words);
  }

  /** The arguments in a command word, escapes decoded; empty if a quote is not closed. */
  public static Optional<List<String>> arguments(String command) {
    List<String> arguments = new ArrayList<>(4);
    int i = 0;
    while (i < command.length()) {
      if (Text.isSeparator(command.charAt(i))) {
        i++;
        continue;
      }
      StringBuilder argument = new StringBuilder();
      i = readWord(command, i, argument, true);
      if (i < 0) {
        return Optional.empty();
      }
      arguments.add(argument.toString());
    }
    return Optional.of(arguments);
  }

  /** Appends one word to {@code word}; the index behind it, or -1 for an open quote. */
  private static int readWord(String text, int from, StringBuilder word, boolean decode) {
    char quote = 0;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i = decode ? Escapes.decode(text, i + 1, word) : keepEscape(text, i, word);
        continue;
      }
      if (quote == 0 && Text.isSeparator(c)) {
        return i;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        word.append(c);
      }
      i++;
    }
    return quote == 0 ? i : -1;
  }

  private static int keepEscape(String text, int backslash, StringBuilder word) {
    word.append(text, backslash, backslash + 2);
    return backslash + 2;
  }
}
