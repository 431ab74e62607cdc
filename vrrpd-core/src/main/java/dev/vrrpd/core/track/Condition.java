package dev.vrrpd.core.track;

/** What is known of something tracked. */
public enum Condition {
  UP,
  DOWN,
  /** There is no such thing at the moment. */
  ABSENT,
  /** Not heard of yet: neither for nor against anything. */
  PENDING
}
