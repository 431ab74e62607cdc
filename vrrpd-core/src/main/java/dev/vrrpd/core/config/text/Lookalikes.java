package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;

/**
 * Finds what word processors and web pages put in the place of quotes, blanks and hyphens. Between
 * double quotes it may be meant.
 */
final class Lookalikes {
  private static final String QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb";
  private static final String BLANKS = "\u00a0\u202f\u3000\ufeff";
  private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212";

  private final Diagnostics diagnostics;

  Lookalikes(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reports the first one of a line without comment. */
  void look(Text text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c >= 0x80 && !quoted && !meant(c).isEmpty()) {
        report(text, i, meant(c));
        return;
      }
    }
  }

  /** What should stand there; empty for any other character. */
  private static String meant(char c) {
    if (QUOTES.indexOf(c) >= 0) {
      return "\"";
    }
    if (HYPHENS.indexOf(c) >= 0) {
      return "-";
    }
    boolean blank = BLANKS.indexOf(c) >= 0 || (c >= '\u2000' && c <= '\u200b');
    return blank ? "a space" : "";
  }

  private void report(Text text, int at, String meant) {
    diagnostics.add(
        Diagnostic.of(
                Code.LOOKALIKE,
                text.span(at, at + 1),
                "U+%04X is not %s; it belongs to the word"
                    .formatted((int) text.at(at), meant.length() == 1 ? "a " + meant : meant))
            .help("write " + meant));
  }
}
