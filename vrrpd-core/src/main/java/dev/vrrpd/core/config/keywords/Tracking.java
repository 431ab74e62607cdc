package dev.vrrpd.core.config.keywords;

/** What instances and groups have in common: objects they track and scripts they run. */
interface Tracking {
  FileDraft file();

  TrackLists tracked();

  NotifyDraft notifications();

  /** In keepalived's messages: {@code (VI_1)}. */
  String label();
}
