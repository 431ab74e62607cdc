package dev.vrrpd.core.bfd;

/** What a step of a {@link BfdSession} wants done or told, in order. */
public sealed interface SessionEffect {
  record Send(ControlPacket packet) implements SessionEffect {}

  /** bfd.SessionState is another; the diagnostics say why. */
  record Entered(
      SessionState from, SessionState to, SessionDiagnostic local, SessionDiagnostic remote)
      implements SessionEffect {}
}
