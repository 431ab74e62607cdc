package dev.vrrpd.core.wire;

import java.util.OptionalLong;

/** Verdict on a received datagram. */
public sealed interface Reception {

  /**
   * Nothing is wrong with it in itself.
   *
   * @param sequence its number, if it was authenticated by one: an old one is a replay
   * @param otherChecksum right, but over other octets than ours covers; see {@link ChecksumRule}
   */
  record Accepted(Advertisement advertisement, OptionalLong sequence, boolean otherChecksum)
      implements Reception {}

  /**
   * Refused; nothing of it may touch any state.
   *
   * @param detail completes the reason's phrase: what was read and what was expected; may be empty
   */
  record Discarded(DiscardReason reason, String detail) implements Reception {}
}
