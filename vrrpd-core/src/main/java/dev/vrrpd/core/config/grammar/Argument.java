package dev.vrrpd.core.config.grammar;

import java.util.Optional;

/**
 * The value of a keyword, or one entry of a list: how it is read, and how a reference describes it.
 * Reports what is wrong with it; a value that is returned can be used.
 */
public interface Argument<T> {
  /** The value of {@code line}, from its current word on; empty after reporting why not. */
  Optional<T> read(Line line);

  /** As in a synopsis: {@code SECONDS}, {@code IPV4}, {@code [BOOL]}; empty for flags. */
  String syntax();

  /** What values are allowed, in words; empty if {@link #syntax()} says it all. */
  String range();

  /** Text that reads well. */
  String example();

  /** The keyword is complete without a value. */
  boolean optional();

  /** The value as an operator would write it. */
  String print(T value);

  /** JSON schema type: {@code integer}, {@code number}, {@code boolean} or {@code string}. */
  default String type() {
    return "string";
  }
}
