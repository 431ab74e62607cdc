package dev.vrrpd.dbus;

import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.Output.Subject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The state of each instance by its name. True whatever becomes of the signals: a bus that lost
 * some still reads what is. Written on the loop, read on any thread.
 */
final class BusStates {
  private final Map<String, BusState> states = new ConcurrentHashMap<>();
  private Set<String> present = Set.of();

  /** Before the router hears of another configuration: who was not in the last one begins anew. */
  void use(Set<String> instances) {
    states.keySet().retainAll(present);
    present = Set.copyOf(instances);
  }

  void told(Output.Notify notice) {
    if (notice.subject() == Subject.INSTANCE) {
      BusState.of(notice.notice()).ifPresent(state -> states.put(notice.name(), state));
    }
  }

  BusState of(String instance) {
    return states.getOrDefault(instance, BusState.INIT);
  }
}
