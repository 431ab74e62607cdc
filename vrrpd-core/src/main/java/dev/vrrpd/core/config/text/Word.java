package dev.vrrpd.core.config.text;

import dev.vrrpd.core.config.diagnostic.Span;

/** A word of a line without its quotes. */
public record Word(String text, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
