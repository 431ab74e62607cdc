package dev.vrrpd.core.bfd;

import java.time.Duration;

/**
 * What the peer last said of itself. RFC 5880 section 6.8.1.
 *
 * @param discriminator bfd.RemoteDiscr; 0: not known
 */
public record Remote(
    int discriminator,
    SessionState state,
    SessionDiagnostic diagnostic,
    Duration minRx,
    Duration minTx,
    int multiplier,
    boolean demand) {
  static final Remote UNKNOWN =
      new Remote(
          0,
          SessionState.DOWN,
          SessionDiagnostic.NONE,
          Duration.ofNanos(1000),
          Duration.ZERO,
          0,
          false);

  static Remote of(ControlPacket packet) {
    return new Remote(
        packet.mine(),
        packet.state(),
        packet.diagnostic(),
        packet.requiredMinRx(),
        packet.desiredMinTx(),
        packet.multiplier(),
        packet.demand());
  }

  /** Nothing was heard for a Detection Time. */
  Remote forgotten() {
    return new Remote(0, SessionState.DOWN, diagnostic, minRx, minTx, multiplier, demand);
  }
}
