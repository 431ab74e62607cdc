package dev.vrrpd.core.config.grammar;

import java.util.Optional;

/** A value that may be left out. */
record OptionalWord<T>(Argument<T> argument, T otherwise) implements Argument<T> {
  @Override
  public Optional<T> read(Line line) {
    return line.hasNext() ? argument.read(line) : Optional.of(otherwise);
  }

  @Override
  public String syntax() {
    return "[" + argument.syntax() + "]";
  }

  @Override
  public String range() {
    return argument.range();
  }

  @Override
  public String example() {
    return argument.example();
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public String print(T value) {
    return argument.print(value);
  }

  @Override
  public String type() {
    return argument.type();
  }
}
