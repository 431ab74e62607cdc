package dev.vrrpd.core.config.cluster;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.diagnostic.Span;
import java.util.Map;

/**
 * One instance of one node, with the places of its keywords.
 *
 * @param node what the operator calls the node: its file
 */
record Member(String node, InstanceConfig instance, DaemonConfig config, Map<String, Span> places) {

  Span place(String keyword) {
    return places.getOrDefault(keyword, places.getOrDefault("", Span.NOWHERE));
  }

  int basePriority() {
    return instance.parameters().priority().value();
  }

  /** With every tracked object in order. */
  int healthyPriority() {
    return clamped(gainOfAll());
  }

  /** With one tracked object failed and the others in order. */
  int priorityWithout(Tracked failed) {
    return clamped(gainOfAll() - gainWhenUp(failed) + gainWhenDown(failed));
  }

  private int gainOfAll() {
    return instance.tracked().conditions().stream().mapToInt(Member::gainWhenUp).sum();
  }

  private int clamped(int gain) {
    return instance.parameters().owner() ? 255 : Math.clamp(basePriority() + gain, 1, 254);
  }

  private static int gainWhenUp(Tracked tracked) {
    int gain = Math.max(tracked.weight(), 0);
    return tracked.reverse() ? -gain : gain;
  }

  private static int gainWhenDown(Tracked tracked) {
    int loss = Math.min(tracked.weight(), 0);
    return tracked.reverse() ? -loss : loss;
  }
}
