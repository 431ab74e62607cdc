package dev.vrrpd.snmp;

import dev.vrrpd.core.value.InterfaceName;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The interfaces of a thread's network namespace, all looked at together when the first is asked
 * for: to look for one by name, the JDK goes through all of them. Any thread may ask.
 */
final class HostLinks implements Function<InterfaceName, Optional<Sight.Link>> {
  private Optional<Map<String, Sight.Link>> all = Optional.empty();

  @Override
  public synchronized Optional<Sight.Link> apply(InterfaceName name) {
    if (all.isEmpty()) {
      all = Optional.of(look());
    }
    return Optional.ofNullable(all.get().get(name.value()));
  }

  private static Map<String, Sight.Link> look() {
    Map<String, Sight.Link> found = new HashMap<>();
    try {
      NetworkInterface.networkInterfaces().forEach(link -> found.put(link.getName(), link(link)));
    } catch (SocketException none) {
      return Map.of();
    }
    return found;
  }

  private static Sight.Link link(NetworkInterface found) {
    List<Byte> mac = new ArrayList<>();
    for (byte octet : octets(found)) {
      mac.add(octet);
    }
    return new Sight.Link(found.getIndex(), mac);
  }

  private static byte[] octets(NetworkInterface found) {
    try {
      byte[] octets = found.getHardwareAddress();
      return octets == null ? new byte[0] : octets;
    } catch (SocketException gone) {
      return new byte[0];
    }
  }
}
