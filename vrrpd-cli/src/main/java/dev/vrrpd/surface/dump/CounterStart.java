package dev.vrrpd.surface.dump;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What the counters were when somebody last had them cleared. The router's own go on, so that
 * metrics never run backwards; only dumps show the difference.
 */
public record CounterStart(Map<String, Map<Counter, Long>> counters) {
  /** Nobody has. */
  public static final CounterStart NEVER = new CounterStart(Map.of());

  public CounterStart {
    counters = Map.copyOf(counters);
  }

  public static CounterStart at(RouterSnapshot router) {
    Map<String, Map<Counter, Long>> counters = new HashMap<>();
    router.instances().forEach(i -> counters.put(i.config().name(), i.counters()));
    return new CounterStart(counters);
  }

  /** A new instance under an old name counts from zero, and so does its difference. */
  RouterSnapshot.Instance applied(RouterSnapshot.Instance instance) {
    Map<Counter, Long> before = counters.getOrDefault(instance.config().name(), Map.of());
    boolean another =
        before.entrySet().stream()
            .anyMatch(entry -> entry.getValue() > Portrait.count(instance, entry.getKey()));
    return another || before.isEmpty()
        ? instance
        : instance.withCounters(difference(instance, before));
  }

  private static Map<Counter, Long> difference(
      RouterSnapshot.Instance instance, Map<Counter, Long> before) {
    Map<Counter, Long> since = new EnumMap<>(Counter.class);
    instance
        .counters()
        .forEach((counter, value) -> since.put(counter, value - before.getOrDefault(counter, 0L)));
    return since;
  }
}
