package dev.vrrpd.snmp;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything the MIBs show, as it was at one moment.
 *
 * @param version the daemon's name and version
 * @param links what is known of an interface
 */
record Sight(
    String version,
    String hostName,
    DaemonConfig config,
    RouterSnapshot router,
    Moment taken,
    Function<InterfaceName, Optional<Link>> links) {

  /** An interface as SNMP knows it; without octets where it has no MAC address. */
  record Link(int index, List<Byte> mac) {}

  String routerId() {
    return config.global().routerId().orElse(hostName);
  }

  /** Index of an interface, 0 while it is not there. */
  int index(InterfaceName name) {
    return links.apply(name).map(Link::index).orElse(0);
  }

  byte[] mac(InterfaceName name) {
    List<Byte> mac = links.apply(name).map(Link::mac).orElse(List.of());
    byte[] octets = new byte[mac.size()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = mac.get(i);
    }
    return octets;
  }

  /** Where an instance stands in the RFCs' tables: its interface and its VRID. */
  int[] place(InstanceConfig instance) {
    return new int[] {index(instance.port()), instance.parameters().vrid().value()};
  }
}
