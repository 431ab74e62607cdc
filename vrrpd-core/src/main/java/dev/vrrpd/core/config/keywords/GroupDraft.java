package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.text.Word;
import java.util.ArrayList;
import java.util.List;

/** A {@code vrrp_sync_group} while it is read. */
final class GroupDraft extends Draft implements Tracking {
  static final Keywords<GroupDraft> GROUP = new Keywords<>();

  final String name;
  final FileDraft file;
  final List<Word> members = new ArrayList<>();
  final TrackLists tracked = new TrackLists();
  final NotifyDraft notifications = new NotifyDraft();
  boolean keepsWeights;

  GroupDraft(String name, FileDraft file, Span header) {
    super(header);
    this.name = name;
    this.file = file;
  }

  @Override
  public String label() {
    return "(" + name + ")";
  }

  @Override
  public FileDraft file() {
    return file;
  }

  @Override
  public TrackLists tracked() {
    return tracked;
  }

  @Override
  public NotifyDraft notifications() {
    return notifications;
  }
}
