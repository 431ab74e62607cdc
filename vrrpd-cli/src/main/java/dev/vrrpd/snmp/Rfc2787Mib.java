package dev.vrrpd.snmp;

import static dev.vrrpd.snmp.RfcValues.count;

import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.RouterSnapshot.Instance;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** VRRP-MIB, RFC 2787: the instances of version 2. */
final class Rfc2787Mib {
  static final Oid ROOT = Oid.of("1.3.6.1.2.1.68");
  static final Oid OPERATIONS = ROOT.plus(1, 3, 1);
  private static final IpAddress NOBODY = IpAddress.of("0.0.0.0");

  private final Sight sight;
  private final NavigableMap<Oid, Value> variables;

  Rfc2787Mib(Sight sight, NavigableMap<Oid, Value> variables) {
    this.sight = sight;
    this.variables = variables;
  }

  void fill() {
    List<Instance> instances =
        sight.router().instances().stream().filter(Rfc2787Mib::shows).toList();
    new Table(variables, ROOT.plus(1))
        .row(0)
        .put(1, 2)
        .put(2, sight.config().global().doors().agents().traps());
    new Table(variables, ROOT.plus(2))
        .row(0)
        .put(1, new Value.Counter32(RfcValues.sum(instances, Counter.CHECKSUM_ERRORS)))
        .put(2, new Value.Counter32(RfcValues.sum(instances, Counter.VERSION_ERRORS)))
        .put(3, new Value.Counter32(0));
    instances.forEach(this::operations);
    instances.forEach(this::statistics);
  }

  static boolean shows(Instance instance) {
    VirtualRouterParameters parameters = instance.config().parameters();
    return parameters.version() == Version.V2 && parameters.family() == Family.IPV4;
  }

  private void operations(Instance instance) {
    VirtualRouterParameters parameters = instance.config().parameters();
    int[] place = sight.place(instance.config());
    new Table(variables, OPERATIONS)
        .row(place)
        .put(2, new Value.Octets(sight.mac(instance.config().port())))
        .put(3, RfcValues.state(instance))
        .put(4, 1)
        .put(5, parameters.priority().value())
        .put(6, parameters.addresses().size())
        .put(7, address(RfcValues.activeAddress(instance)))
        .put(8, address(instance.primaryAddress()))
        .put(9, 1 + parameters.authentication().type())
        .put(11, parameters.advertisementInterval().value() / 100)
        .put(12, parameters.preemptMode())
        .put(13, RfcValues.age(instance, sight.taken()))
        .put(14, 1)
        .put(15, 1);
    Table addresses = new Table(variables, ROOT.plus(1, 4, 1));
    parameters.addresses().forEach(a -> addresses.row(new Oid(place).plus(a.octets())).put(2, 1));
  }

  static Value address(Optional<IpAddress> address) {
    return new Value.Address(address.orElse(NOBODY).octets());
  }

  private void statistics(Instance instance) {
    Table.Row row = new Table(variables, ROOT.plus(2, 4, 1)).row(sight.place(instance.config()));
    List<Counter> columns =
        List.of(
            Counter.BECAME_ACTIVE,
            Counter.ADVERTISEMENTS_RECEIVED,
            Counter.INTERVAL_ERRORS,
            Counter.AUTHENTICATION_FAILURE,
            Counter.TTL_ERRORS,
            Counter.RESIGNATIONS_RECEIVED,
            Counter.RESIGNATIONS_SENT,
            Counter.INVALID_TYPE,
            Counter.ADDRESS_LIST_ERRORS,
            Counter.INVALID_AUTHENTICATION_TYPE,
            Counter.AUTHENTICATION_TYPE_MISMATCH,
            Counter.LENGTH_ERRORS);
    for (int i = 0; i < columns.size(); i++) {
      row.put(i + 1, new Value.Counter32(count(instance, columns.get(i))));
    }
  }
}
