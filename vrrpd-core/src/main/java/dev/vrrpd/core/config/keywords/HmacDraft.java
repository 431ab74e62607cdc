package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.wire.Authentication.AntiReplay;
import dev.vrrpd.core.wire.Authentication.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** An {@code auth_hmac} block while it is read. */
final class HmacDraft extends Draft {
  static final Keywords<HmacDraft> HMAC = new Keywords<>();

  private final String label;
  final List<Key> keys = new ArrayList<>();
  OptionalInt activeKey = OptionalInt.empty();
  AntiReplay antiReplay = AntiReplay.TIME;
  OptionalInt window = OptionalInt.empty();
  Mode mode = Mode.ENFORCE;

  /** As written: the value may name a file. */
  record Key(int id, Word value) {}

  HmacDraft(String label, Span header) {
    super(header);
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
