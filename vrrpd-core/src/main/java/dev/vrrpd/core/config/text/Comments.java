package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;

/**
 * Cuts comments off: {@code #} and {@code !} begin one anywhere but between double quotes, also in
 * the middle of a word. A backslash before them does not help, in keepalived neither; it is
 * reported.
 */
final class Comments {
  private final Diagnostics diagnostics;

  Comments(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Without comment and without blanks at both ends. */
  Text strip(Text text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '\\' && i + 1 < text.length()) {
        i++;
        if (startsComment(text.at(i))) {
          reportEscape(text, i);
          return text.part(0, i - 1).trimmed();
        }
      } else if (!quoted && startsComment(c)) {
        return text.part(0, i).trimmed();
      }
    }
    return text.trimmed();
  }

  private static boolean startsComment(char c) {
    return c == '#' || c == '!';
  }

  private void reportEscape(Text text, int at) {
    diagnostics.add(
        Diagnostic.of(
                Code.ESCAPED_COMMENT,
                text.span(at - 1, at + 1),
                "'\\%c' begins a comment all the same".formatted(text.at(at)))
            .help("put the word in double quotes"));
  }
}
