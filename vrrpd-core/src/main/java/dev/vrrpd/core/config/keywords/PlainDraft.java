package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;

/** A block that is checked only. */
final class PlainDraft extends Draft {
  static final Keywords<PlainDraft> PLAIN = new Keywords<>();

  private final String label;

  PlainDraft(String name, Span header) {
    super(header);
    this.label = name;
  }

  @Override
  public String label() {
    return label;
  }
}
