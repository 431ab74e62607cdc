package dev.vrrpd.core.router;

import dev.vrrpd.core.wire.DiscardReason;
import dev.vrrpd.core.wire.Reception;
import java.util.Optional;

/**
 * The numbers of {@code auth_type AH}: one row for all routers of a virtual router, so that whoever
 * takes over goes on after the one before. RFC 2402 section 2.5; compared as RFC 1982 has it, for
 * 32 bits wrap after 136 years of an advertisement each second.
 */
final class SharedSequence {
  private int last;

  /** Somebody has spoken; before that any number may be the first one. */
  private boolean begun;

  long next() {
    last++;
    begun = true;
    return Integer.toUnsignedLong(last);
  }

  /** Takes note of {@code sequence}, unless it was there before. */
  Optional<Reception.Discarded> replay(long sequence) {
    if (begun && (int) sequence - last <= 0) {
      return Optional.of(
          new Reception.Discarded(
              DiscardReason.AH_REPLAYED,
              "%d already processed. Packet dropped. Local(%d)"
                  .formatted(sequence, Integer.toUnsignedLong(last))));
    }
    last = (int) sequence;
    begun = true;
    return Optional.empty();
  }
}
