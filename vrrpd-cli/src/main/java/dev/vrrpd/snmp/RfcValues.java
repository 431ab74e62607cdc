package dev.vrrpd.snmp;

import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot.ActiveRouter;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import java.util.List;
import java.util.Optional;

/** What both RFCs' MIBs show of an instance. */
final class RfcValues {
  private RfcValues() {}

  /** initialize, backup or master. */
  static int state(Instance instance) {
    return switch (instance.role()) {
      case ACTIVE -> 3;
      case BACKUP -> 2;
      case INITIALIZE, FAULT, STOPPED -> 1;
    };
  }

  /** Who has the addresses, as far as this router knows. */
  static Optional<IpAddress> activeAddress(Instance instance) {
    return instance.role() == Role.ACTIVE
        ? instance.primaryAddress()
        : instance.activeRouter().map(ActiveRouter::address);
  }

  /** Since it entered its state; 0 out of service. */
  static Value.Ticks age(Instance instance, Moment now) {
    return new Value.Ticks(
        state(instance) == 1 ? 0 : instance.lastTransition().until(now).toMillis() / 10);
  }

  static long count(Instance instance, Counter counter) {
    return instance.counters().getOrDefault(counter, 0L);
  }

  static long sum(List<Instance> instances, Counter counter) {
    return instances.stream().mapToLong(instance -> count(instance, counter)).sum();
  }
}
