package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Optional;

/** {@code [[+|-]WORD ...]} of {@code include_check}. The preprocessor has acted on it already. */
record IncludeCheckWords() implements Argument<List<String>> {
  private static final List<String> KNOWN =
      List.of("read", "readable", "match", "wildcard_match", "brace_match");

  @Override
  public Optional<List<String>> read(Line line) {
    List<Word> words = line.takeAll();
    for (Word word : words) {
      String name = word.text().replaceFirst("^[+-]", "");
      if (!KNOWN.contains(name)) {
        line.report(
            Diagnostic.of(
                    Code.UNKNOWN_INCLUDE_CHECK,
                    word.span(),
                    "there is no include check '%s'".formatted(name))
                .help("read, match, wildcard_match or brace_match")
                .asKeepalived("Unknown include_check type '%s' - ignoring".formatted(name)));
      }
    }
    return Optional.of(words.stream().map(Word::text).toList());
  }

  @Override
  public String syntax() {
    return "[[+|-]WORD ...]";
  }

  @Override
  public String range() {
    return "read, match, wildcard_match, brace_match";
  }

  @Override
  public String example() {
    return "read match";
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public String print(List<String> value) {
    return String.join(" ", value);
  }
}
