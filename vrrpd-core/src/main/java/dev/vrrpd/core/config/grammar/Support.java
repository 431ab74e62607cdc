package dev.vrrpd.core.config.grammar;

/** What vrrpd does with a keyword of keepalived's today. */
public sealed interface Support {
  /** Works as described. */
  record Full() implements Support {}

  /** Read and checked; there is nothing to do, for the reason given. */
  record NoEffect(String reason) implements Support {}

  /** Read and checked; its effect is still missing. */
  record Later(String reason) implements Support {}

  /** {@code FULL}, {@code NO_EFFECT} or {@code LATER}. */
  default String label() {
    return switch (this) {
      case Full() -> "FULL";
      case NoEffect(String _) -> "NO_EFFECT";
      case Later(String _) -> "LATER";
    };
  }

  default String explanation() {
    return switch (this) {
      case Full() -> "";
      case NoEffect(String reason) -> reason;
      case Later(String reason) -> reason;
    };
  }
}
