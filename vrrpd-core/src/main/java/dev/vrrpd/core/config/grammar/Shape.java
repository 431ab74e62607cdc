package dev.vrrpd.core.config.grammar;

import java.util.Optional;

/** What stands behind a keyword and what it does to the draft {@code D} of its block. */
public sealed interface Shape<D extends Draft> {

  /** Does what a value asks for. */
  interface Effect<D, T> {
    void apply(D draft, T value, Line line);
  }

  /** A value on the same line. */
  record Value<D extends Draft, T>(Argument<T> argument, Effect<D, T> effect) implements Shape<D> {}

  /**
   * A block of entries, one on each line ({@code perWord}: each word is one).
   *
   * @param begin called once before the first entry
   */
  record Entries<D extends Draft, T>(
      Argument<T> entry, boolean perWord, Begin<D> begin, Effect<D, T> effect)
      implements Shape<D> {}

  /** Told that a list begins, with its header line. */
  interface Begin<D> {
    void begin(D draft, Line header);
  }

  /** A block of keywords. */
  record Section<D extends Draft, C extends Draft>(
      Block<C> block, Opening<D, C> opening, Closing<D, C> closing) implements Shape<D> {}

  /** Makes the draft of an inner block from its header; empty after reporting: it is skipped. */
  interface Opening<D, C> {
    Optional<C> open(D outer, Line header);
  }

  /** Puts a finished inner draft into the outer one; {@code header} is the block's first line. */
  interface Closing<D, C> {
    void close(D outer, C inner, Line header);
  }

  /** A block of another subsystem: nobody looks inside. */
  record Skipped<D extends Draft>() implements Shape<D> {}
}
