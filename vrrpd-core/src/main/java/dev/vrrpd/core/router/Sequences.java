package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.DiscardReason;
import dev.vrrpd.core.wire.Reception;
import java.util.Optional;

/**
 * The numbers of one virtual router's authenticated advertisements: never says one twice, and knows
 * one that was heard before. Nothing of it outlives the process.
 */
final class Sequences {
  /** On a link anybody may speak: this many senders are remembered. */
  private static final int SENDERS_ON_A_LINK = 4;

  private final SharedSequence shared = new SharedSequence();
  private final SignedSequences signed = new SignedSequences();
  private Authentication authentication = Authentication.NONE;

  private Sequences() {}

  static Sequences of(InstanceConfig config) {
    Sequences sequences = new Sequences();
    sequences.use(config);
    return sequences;
  }

  /** Another way of authentication, other peers; what was learned stays. */
  void use(InstanceConfig config) {
    authentication = config.parameters().authentication();
    signed.remember(
        config.transport() instanceof Transport.Unicast unicast
            ? unicast.peers().size()
            : SENDERS_ON_A_LINK);
  }

  /** Of the next advertisement; 0 where there are no numbers. */
  long next(WallClock clock, Moment now) {
    return switch (authentication) {
      case Authentication.None _, Authentication.SimplePassword _ -> 0;
      case Authentication.Ah _ -> shared.next();
      case Authentication.Signed how -> signed.next(how, clock.at(now));
    };
  }

  /** Takes note of an advertisement that is authentic; empty unless it was there before. */
  Optional<Reception.Discarded> replay(long sequence, IpAddress source, WallTime now) {
    return switch (authentication) {
      case Authentication.None _, Authentication.SimplePassword _ -> Optional.empty();
      case Authentication.Ah _ -> shared.replay(sequence);
      case Authentication.Signed how ->
          signed.accepts(how, sequence, source, now)
              ? Optional.empty()
              : Optional.of(new Reception.Discarded(DiscardReason.TRAILER_REPLAYED, ""));
    };
  }
}
