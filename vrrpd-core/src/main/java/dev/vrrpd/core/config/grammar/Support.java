package dev.vrrpd.core.config.grammar;

/** What vrrpd does with a keyword of keepalived's today. */
public sealed interface Support {
  /** Works as described. */
  record Full() implements Support {}

  /** Read and checked; there is nothing to do, for the reason given. */
  record NoEffect(String reason) implements Support {}

  /** {@code FULL} or {@code NO_EFFECT}. */
  default String label() {
    return switch (this) {
      case Full() -> "FULL";
      case NoEffect(String _) -> "NO_EFFECT";
    };
  }

  default String explanation() {
    return switch (this) {
      case Full() -> "";
      case NoEffect(String reason) -> reason;
    };
  }
}
