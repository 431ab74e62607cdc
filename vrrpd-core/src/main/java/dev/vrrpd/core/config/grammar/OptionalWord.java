package dev.vrrpd.core.config.grammar;

import java.util.Optional;

/** A value that may be left out. */
record OptionalWord<T>(Argument<T> argument, T otherwise) implements Wrapped<T> {
  @Override
  public Optional<T> read(Line line) {
    return line.hasNext() ? argument.read(line) : Optional.of(otherwise);
  }

  @Override
  public String syntax() {
    return "[" + argument.syntax() + "]";
  }

  @Override
  public boolean optional() {
    return true;
  }
}
