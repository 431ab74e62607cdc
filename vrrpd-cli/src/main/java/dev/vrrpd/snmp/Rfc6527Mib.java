package dev.vrrpd.snmp;

import static dev.vrrpd.snmp.RfcValues.count;

import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** VRRPV3-MIB, RFC 6527: all instances, whatever their version, as keepalived shows them. */
final class Rfc6527Mib {
  static final Oid ROOT = Oid.of("1.3.6.1.2.1.207");
  static final Oid OPERATIONS = ROOT.plus(1, 1, 1, 1);
  static final Oid STATISTICS = ROOT.plus(1, 2, 5, 1);

  private final Sight sight;
  private final NavigableMap<Oid, Value> variables;

  Rfc6527Mib(Sight sight, NavigableMap<Oid, Value> variables) {
    this.sight = sight;
    this.variables = variables;
  }

  void fill() {
    List<Instance> instances = sight.router().instances();
    new Table(variables, ROOT.plus(1, 2))
        .row(0)
        .put(1, new Value.Counter64(RfcValues.sum(instances, Counter.CHECKSUM_ERRORS)))
        .put(2, new Value.Counter64(RfcValues.sum(instances, Counter.VERSION_ERRORS)))
        .put(3, new Value.Counter64(0))
        .put(4, new Value.Ticks(0));
    instances.forEach(this::operations);
    instances.forEach(this::statistics);
  }

  /** Interface, VRID and family: the index of both tables. */
  static Oid index(Sight sight, Instance instance) {
    return new Oid(sight.place(instance.config()))
        .plus(instance.config().parameters().family() == Family.IPV4 ? 1 : 2);
  }

  private void operations(Instance instance) {
    VirtualRouterParameters parameters = instance.config().parameters();
    Oid index = index(sight, instance);
    new Table(variables, OPERATIONS)
        .row(index)
        .put(3, octets(RfcValues.activeAddress(instance)))
        .put(4, octets(instance.primaryAddress()))
        .put(5, new Value.Octets(sight.mac(instance.config().port())))
        .put(6, RfcValues.state(instance))
        .gauge(7, parameters.priority().value())
        .put(8, parameters.addresses().size())
        .put(9, parameters.advertisementInterval().value())
        .put(10, parameters.preemptMode())
        .put(11, parameters.acceptMode())
        .put(12, RfcValues.age(instance, sight.taken()))
        .put(13, 1);
    Table addresses = new Table(variables, ROOT.plus(1, 1, 2, 1));
    parameters.addresses().forEach(a -> addresses.row(index.plus(a.octets())).put(2, 1));
  }

  private static Value octets(Optional<IpAddress> address) {
    return new Value.Octets(address.map(IpAddress::octets).orElse(new byte[0]));
  }

  private void statistics(Instance instance) {
    new Table(variables, STATISTICS)
        .row(index(sight, instance))
        .put(1, new Value.Counter32(count(instance, Counter.BECAME_ACTIVE)))
        .put(2, reason(instance))
        .put(3, counter(instance, Counter.ADVERTISEMENTS_RECEIVED))
        .put(4, counter(instance, Counter.INTERVAL_ERRORS))
        .put(5, counter(instance, Counter.TTL_ERRORS))
        .put(6, 0)
        .put(7, counter(instance, Counter.RESIGNATIONS_RECEIVED))
        .put(8, counter(instance, Counter.RESIGNATIONS_SENT))
        .put(9, counter(instance, Counter.INVALID_TYPE))
        .put(10, counter(instance, Counter.ADDRESS_LIST_ERRORS))
        .put(11, counter(instance, Counter.LENGTH_ERRORS))
        .put(12, new Value.Ticks(0))
        .gauge(13, instance.config().parameters().advertisementInterval().value() * 10L);
  }

  private static Value counter(Instance instance, Counter counter) {
    return new Value.Counter64(count(instance, counter));
  }

  /** notMaster, priority (as owner) or masterNoResponse. */
  static int reason(Instance instance) {
    if (count(instance, Counter.BECAME_ACTIVE) == 0) {
      return 0;
    }
    return becomingActive(instance);
  }

  /** Why it becomes Active now. */
  static int becomingActive(Instance instance) {
    return instance.config().parameters().owner() ? 1 : 3;
  }
}
