package dev.vrrpd.snmp;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;

/** vrrpAddressTable of KEEPALIVED-MIB: the advertised addresses first. */
final class AddressTable {
  private static final IpAddress NO_BROADCAST = IpAddress.of("0.0.0.0");

  private final Sight sight;
  private final Table table;

  AddressTable(Sight sight, Table table) {
    this.sight = sight;
    this.table = table;
  }

  void fill(int number, RouterSnapshot.Instance instance) {
    InstanceConfig config = instance.config();
    int position = 0;
    for (VirtualAddress address : config.placedAddresses()) {
      boolean advertised = position < config.addresses().size();
      row(table.row(number, ++position), instance, address, advertised);
    }
  }

  private void row(
      Table.Row row, RouterSnapshot.Instance instance, VirtualAddress address, boolean advertised) {
    InterfaceName link = address.device().orElse(instance.config().home());
    boolean ipv4 = address.address().family() == Family.IPV4;
    row.put(2, ipv4 ? 1 : 2)
        .put(3, octets(address.address()))
        .gauge(5, address.prefixLength())
        .put(6, scope(address.scope()))
        .put(7, sight.index(link))
        .put(8, link.value())
        .put(10, instance.role() == Role.ACTIVE && !instance.refusedAddresses().contains(address))
        .put(11, advertised);
    if (ipv4) {
      row.put(4, octets(address.broadcast().orElse(NO_BROADCAST)));
    }
    address.label().ifPresent(label -> row.put(9, label));
    address.peer().ifPresent(peer -> row.put(12, octets(peer)));
  }

  private static Value octets(IpAddress address) {
    return new Value.Octets(address.octets());
  }

  /** From rtnetlink(7) to RFC 4007's: host, link, site or global. */
  private static int scope(int scope) {
    return switch (scope) {
      case 254 -> 1;
      case 253 -> 2;
      case 200 -> 5;
      default -> 14;
    };
  }
}
