package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayList;
import java.util.List;

/** {@code track_group} while it is read. */
final class TrackGroupDraft extends Draft {
  static final Keywords<TrackGroupDraft> TRACK_GROUP = new Keywords<>();

  final List<Word> members = new ArrayList<>();
  private final String label;

  TrackGroupDraft(String name, Span header) {
    super(header);
    this.label = name;
  }

  @Override
  public String label() {
    return label;
  }
}
