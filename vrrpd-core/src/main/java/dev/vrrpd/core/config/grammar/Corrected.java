package dev.vrrpd.core.config.grammar;

import java.util.Optional;
import java.util.function.BiFunction;

/** An argument whose outcome is put right before it is used. */
record Corrected<T>(Argument<T> argument, BiFunction<Optional<T>, Line, Optional<T>> correction)
    implements Argument<T> {
  @Override
  public Optional<T> read(Line line) {
    return correction.apply(argument.read(line), line);
  }

  @Override
  public String syntax() {
    return argument.syntax();
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
    return argument.optional();
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
