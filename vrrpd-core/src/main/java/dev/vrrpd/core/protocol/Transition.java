package dev.vrrpd.core.protocol;

import java.util.List;

/** Where a step leads, and what shall be done on the way, in order. */
public record Transition(State next, List<Effect> effects) {
  public Transition {
    effects = List.copyOf(effects);
  }

  static Transition to(State next) {
    return new Transition(next, List.of());
  }

  static Transition to(State next, Effect effect) {
    return new Transition(next, List.of(effect));
  }

  static Transition to(State next, Effect... effects) {
    return new Transition(next, List.of(effects));
  }
}
