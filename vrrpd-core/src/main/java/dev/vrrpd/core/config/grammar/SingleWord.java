package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.text.Word;
import java.util.Optional;
import java.util.function.Function;

/** A value of one word. */
record SingleWord<T>(
    String syntax,
    String range,
    String example,
    String type,
    Reader<T> reader,
    Function<T, String> printer)
    implements Argument<T> {

  /** Reads the word; reports to the line. */
  interface Reader<T> {
    Optional<T> read(Word word, Line line);
  }

  @Override
  public Optional<T> read(Line line) {
    return line.take().flatMap(word -> reader.read(word, line));
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(T value) {
    return printer.apply(value);
  }
}
