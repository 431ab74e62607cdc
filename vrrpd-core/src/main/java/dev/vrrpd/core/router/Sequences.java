package dev.vrrpd.core.router;

import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.DiscardReason;
import dev.vrrpd.core.wire.Reception;
import java.util.Optional;

/**
 * The numbers of one virtual router's authenticated advertisements: never says one twice, and knows
 * one that was heard before. Numbers are compared as RFC 1982 has it, so that they may wrap.
 */
final class Sequences {
  private Authentication authentication;

  /** {@code auth_type AH}: the last number that anybody of the virtual router used. */
  private int shared;

  private boolean sharedKnown;

  Sequences(Authentication authentication) {
    this.authentication = authentication;
  }

  /** Another way of authentication; what was learned stays. */
  void use(Authentication other) {
    authentication = other;
  }

  /** Of the next advertisement; 0 where there are no numbers. */
  long next() {
    if (!(authentication instanceof Authentication.Ah)) {
      return 0;
    }
    shared++;
    sharedKnown = true;
    return Integer.toUnsignedLong(shared);
  }

  /** Takes note of an advertisement that is authentic; empty unless it was there before. */
  Optional<Reception.Discarded> replay(long sequence) {
    if (!(authentication instanceof Authentication.Ah)) {
      return Optional.empty();
    }
    if (sharedKnown && (int) sequence - shared <= 0) {
      return Optional.of(
          new Reception.Discarded(
              DiscardReason.AH_REPLAYED,
              "%d already processed. Packet dropped. Local(%d)"
                  .formatted(sequence, Integer.toUnsignedLong(shared))));
    }
    shared = (int) sequence;
    sharedKnown = true;
    return Optional.empty();
  }
}
