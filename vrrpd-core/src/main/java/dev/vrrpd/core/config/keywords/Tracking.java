package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;

/** What instances and groups have in common: objects they track and scripts they run. */
abstract class Tracking extends Draft {
  final String name;
  final FileDraft file;
  final TrackLists tracked = new TrackLists();
  final NotifyDraft notifications = new NotifyDraft();

  Tracking(String name, FileDraft file, Span header) {
    super(header);
    this.name = name;
    this.file = file;
  }

  /** {@code track_src_ip}. */
  boolean tracksSource() {
    return false;
  }

  /** In keepalived's messages: {@code (VI_1)}. */
  @Override
  public String label() {
    return "(" + name + ")";
  }
}
