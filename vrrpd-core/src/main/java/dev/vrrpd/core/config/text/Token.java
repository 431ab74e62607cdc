package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Span;
import java.util.List;

/** What is left of a file after preprocessing. */
public sealed interface Token {
  /**
   * One keyword with its values.
   *
   * @param words at least one
   * @param text the same unsplit, for keywords that split otherwise
   */
  record Statement(List<Word> words, Text text) implements Token {}

  record Open(Span span) implements Token {}

  record Close(Span span) implements Token {}
}
