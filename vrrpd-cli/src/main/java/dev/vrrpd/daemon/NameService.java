package dev.vrrpd.daemon;

import dev.vrrpd.core.value.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;

/** The host's own: {@code /etc/hosts}, DNS and whatever else nsswitch.conf(5) names. Blocks. */
final class NameService {
  static {
    // Whoever asks again wants to know what is true now.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private NameService() {}

  /** Every address of a name; none if it has none, or nobody knows. */
  static List<IpAddress> addresses(String name) {
    try {
      return Arrays.stream(InetAddress.getAllByName(name))
          .map(address -> IpAddress.of(address.getAddress()))
          .toList();
    } catch (UnknownHostException _) {
      return List.of();
    }
  }
}
