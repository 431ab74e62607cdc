package dev.vrrpd.core.config.grammar;

import java.util.Optional;
import java.util.function.BiFunction;

/** An argument whose outcome is put right before it is used. */
record Corrected<T>(Argument<T> argument, BiFunction<Optional<T>, Line, Optional<T>> correction)
    implements Wrapped<T> {
  @Override
  public Optional<T> read(Line line) {
    return correction.apply(argument.read(line), line);
  }
}
