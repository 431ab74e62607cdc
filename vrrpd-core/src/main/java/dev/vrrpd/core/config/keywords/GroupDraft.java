package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayList;
import java.util.List;

/** A {@code vrrp_sync_group} while it is read. */
final class GroupDraft extends Tracking {
  static final Keywords<GroupDraft> GROUP = new Keywords<>();

  final List<Word> members = new ArrayList<>();
  boolean keepsWeights;

  GroupDraft(String name, FileDraft file, Span header) {
    super(name, file, header);
  }
}
