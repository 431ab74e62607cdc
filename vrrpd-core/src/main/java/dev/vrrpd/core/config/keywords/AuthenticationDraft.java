package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;

/** An {@code authentication} block while it is read. */
final class AuthenticationDraft extends Draft {
  static final Keywords<AuthenticationDraft> AUTHENTICATION = new Keywords<>();

  final String label;
  Optional<Word> type = Optional.empty();
  Optional<Word> password = Optional.empty();

  AuthenticationDraft(String label, Span header) {
    super(header);
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
