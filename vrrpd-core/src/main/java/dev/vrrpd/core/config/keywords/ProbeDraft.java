package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Probe;
import java.util.Optional;
import java.util.OptionalInt;

/** What a {@code vrrp_check} asks, while it is read. */
final class ProbeDraft {
  Optional<Probe> probe = Optional.empty();
  Optional<String> host = Optional.empty();
  Optional<String> authority = Optional.empty();
  Optional<String> body = Optional.empty();
  OptionalInt status = OptionalInt.empty();
  boolean trusting;

  /** With what belongs to HTTP only. Needs a probe. */
  Probe complete() {
    return switch (probe.orElseThrow()) {
      case Probe.Http http ->
          new Probe.Http(
              http.tls(),
              http.address(),
              http.port(),
              http.path(),
              host,
              trusting,
              authority,
              status,
              body);
      case Probe other -> other;
    };
  }
}
