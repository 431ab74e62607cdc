package dev.vrrpd.core.bfd;

import java.time.Duration;

/**
 * A BFD Control packet of version 1 without authentication. RFC 5880 section 4.1.
 *
 * @param poll the receiver shall answer at once
 * @param answer the answer to that: F
 * @param independent bfd.ControlPlaneIndependent: C
 * @param demand the sender wants no periodic packets while both are Up
 * @param multiplier Detect Mult, at least 1
 * @param mine My Discriminator, never 0
 * @param yours Your Discriminator; 0 while it is not known
 * @param desiredMinTx whole microseconds
 * @param requiredMinRx 0: the sender wants no periodic packets at all
 */
public record ControlPacket(
    SessionDiagnostic diagnostic,
    SessionState state,
    boolean poll,
    boolean answer,
    boolean independent,
    boolean demand,
    int multiplier,
    int mine,
    int yours,
    Duration desiredMinTx,
    Duration requiredMinRx) {

  /** Without changing anything else: asks nothing and answers. */
  ControlPacket asAnswer() {
    return new ControlPacket(
        diagnostic,
        state,
        false,
        true,
        independent,
        demand,
        multiplier,
        mine,
        yours,
        desiredMinTx,
        requiredMinRx);
  }
}
