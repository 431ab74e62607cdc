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

/** The interfaces of the calling thread's network namespace, each looked at once. */
final class HostLinks implements Function<InterfaceName, Optional<Sight.Link>> {
  private final Map<InterfaceName, Optional<Sight.Link>> seen = new HashMap<>();

  @Override
  public Optional<Sight.Link> apply(InterfaceName name) {
    return seen.computeIfAbsent(name, HostLinks::look);
  }

  private static Optional<Sight.Link> look(InterfaceName name) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name.value());
      if (found == null) {
        return Optional.empty();
      }
      List<Byte> mac = new ArrayList<>();
      byte[] octets = found.getHardwareAddress();
      for (byte octet : octets == null ? new byte[0] : octets) {
        mac.add(octet);
      }
      return Optional.of(new Sight.Link(found.getIndex(), mac));
    } catch (SocketException e) {
      return Optional.empty();
    }
  }
}
