package dev.vrrpd.core.wire;

/** Verdict on a received datagram. */
public sealed interface Reception {

  record Accepted(Advertisement advertisement) implements Reception {}

  /**
   * Refused; nothing of it may touch any state.
   *
   * @param detail completes the reason's phrase: what was read and what was expected; may be empty
   */
  record Discarded(DiscardReason reason, String detail) implements Reception {}
}
