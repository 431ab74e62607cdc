package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import java.util.List;

/**
 * The device: routes inputs to virtual routers, trackers and groups, and returns what shall be
 * done. Deterministic: the same inputs at the same moments give the same outputs. Never performs
 * anything itself, never reads a clock.
 */
public final class VrrpRouter {

  /** Takes one input; returns what shall be done, in order. */
  public List<Output> handle(Input input, Moment now) {
    return List.of();
  }

  /** When to hand in the next {@link Input.Tick}; {@link Moment#NEVER} if nothing is awaited. */
  public Moment nextDeadline() {
    return Moment.NEVER;
  }

  /** After {@link Input.Stop}: the kernel has answered everything, nothing is left to be done. */
  public boolean finished() {
    return true;
  }

  /** What every virtual router and script is at this moment, for dumps, status and metrics. */
  public RouterSnapshot snapshot() {
    return new RouterSnapshot(List.of(), List.of(), List.of());
  }
}
