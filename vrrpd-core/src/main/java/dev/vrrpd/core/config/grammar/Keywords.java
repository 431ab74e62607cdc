package dev.vrrpd.core.config.grammar;

import java.util.function.BiConsumer;

/**
 * Makes the rows of the blocks with one kind of draft, so that a table need not repeat its type.
 */
public final class Keywords<D extends Draft> {
  /** A keyword with a value. */
  public <T> Directive<D> row(String keyword, Argument<T> argument, BiConsumer<D, T> effect) {
    return new Directive<>(
        keyword, new Shape.Value<>(argument, (draft, value, line) -> effect.accept(draft, value)));
  }

  /** A keyword with a value whose effect looks at the line again. */
  public <T> Directive<D> rowAt(String keyword, Argument<T> argument, Shape.Effect<D, T> effect) {
    return new Directive<>(keyword, new Shape.Value<>(argument, effect));
  }

  /** A keyword that is read and checked, and nothing else. */
  public <T> Directive<D> checked(String keyword, Argument<T> argument) {
    return row(keyword, argument, (_, _) -> {});
  }

  /** A block with one entry on each line. */
  public <T> Directive<D> lines(String keyword, Argument<T> entry, Shape.Effect<D, T> effect) {
    return new Directive<>(keyword, new Shape.Entries<>(entry, false, (_, _) -> {}, effect));
  }

  /** A block of words. */
  public <T> Directive<D> names(
      String keyword, Argument<T> entry, Shape.Begin<D> begin, Shape.Effect<D, T> effect) {
    return new Directive<>(keyword, new Shape.Entries<>(entry, true, begin, effect));
  }

  /** A block of keywords. */
  public <C extends Draft> Directive<D> section(
      String keyword, Block<C> block, Shape.Opening<D, C> opening, Shape.Closing<D, C> closing) {
    return new Directive<>(keyword, new Shape.Section<>(block, opening, closing));
  }

  /** A block of another subsystem. */
  public Directive<D> skipped(String keyword) {
    return new Directive<>(keyword, new Shape.Skipped<>());
  }
}
