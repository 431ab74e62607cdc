package dev.vrrpd.core.config.keywords;

/** What instances and groups have in common: objects they track and scripts they run. */
interface Tracking {
  FileDraft file();

  TrackLists tracked();

  NotifyDraft notifications();

  /** {@code track_src_ip}. */
  default boolean tracksSource() {
    return false;
  }

  /** In keepalived's messages: {@code (VI_1)}. */
  String label();
}
