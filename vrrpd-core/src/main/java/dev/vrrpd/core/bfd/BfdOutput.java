package dev.vrrpd.core.bfd;

/** Everything a {@link BfdSpeaker} wants done, in order. */
public sealed interface BfdOutput {
  /** Send a packet to the peer of this session. */
  record Transmit(String session, ControlPacket packet) implements BfdOutput {}

  /** Whoever tracks the session has to know. */
  record Verdict(String session, boolean up) implements BfdOutput {}

  /** Tell the operator. */
  record Tell(String session, SessionEffect.Entered entered) implements BfdOutput {}
}
