package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;

/** A word with its place: it is judged when the rest of its block, or of the file, is known. */
record AnyWord(String syntax, String example) implements Argument<Word> {
  @Override
  public Optional<Word> read(Line line) {
    return line.take();
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Word value) {
    return value.text();
  }
}
