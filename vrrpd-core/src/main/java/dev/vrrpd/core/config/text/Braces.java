package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import java.util.function.Consumer;

/** Splits a line at its braces, wherever they stand outside double quotes, into tokens. */
final class Braces {
  private Braces() {}

  static void split(Text text, Diagnostics diagnostics, Consumer<Token> tokens) {
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '$' && ParameterUse.at(text.chars(), i).isPresent()) {
        i = skipUndefined(text, i, diagnostics);
      } else if (!quoted && (c == '{' || c == '}')) {
        statement(text.part(from, i), diagnostics, tokens);
        tokens.accept(
            c == '{' ? new Token.Open(text.span(i, i + 1)) : new Token.Close(text.span(i, i + 1)));
        from = i + 1;
      }
    }
    statement(text.from(from), diagnostics, tokens);
  }

  /** A parameter that is still here has no definition; its braces are not a block. */
  private static int skipUndefined(Text text, int at, Diagnostics diagnostics) {
    ParameterUse use = ParameterUse.at(text.chars(), at).orElseThrow();
    if (text.at(at + 1) != '{') {
      return at;
    }
    diagnostics.add(
        Diagnostic.of(
                Code.UNDEFINED_PARAMETER,
                text.span(at, use.end()),
                "the parameter '%s' is not defined".formatted(use.name()))
            .help("define it on a line before: $%s=VALUE".formatted(use.name()))
            .asKeepalived("Unexpected '{' - ignoring"));
    return use.end() - 1;
  }

  private static void statement(Text text, Diagnostics diagnostics, Consumer<Token> tokens) {
    Text trimmed = text.trimmed();
    Words.split(trimmed, diagnostics)
        .filter(words -> !words.isEmpty())
        .ifPresent(words -> tokens.accept(new Token.Statement(words, trimmed)));
  }
}
