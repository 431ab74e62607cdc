package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Optional;

/** All words of a line as they are. */
record ManyWords(String syntax, String example) implements Argument<List<String>> {
  @Override
  public Optional<List<String>> read(Line line) {
    return Optional.of(line.takeAll().stream().map(Word::text).toList());
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public boolean optional() {
    return syntax.startsWith("[");
  }

  @Override
  public String print(List<String> value) {
    return String.join(" ", value);
  }
}
