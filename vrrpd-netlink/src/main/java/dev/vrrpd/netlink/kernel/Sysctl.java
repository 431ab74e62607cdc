package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.value.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of a link's settings rtnetlink(7) cannot set: {@code net.ipv6.conf.LINK.*}. */
final class Sysctl {
  private static final Path IPV6 = Path.of("/proc/sys/net/ipv6/conf");

  private Sysctl() {}

  static boolean hasIpv6(InterfaceName link) {
    return Files.exists(IPV6.resolve(link.value()));
  }

  /** Where the system lets nobody write (some containers), what is there stays. */
  static void ipv6(InterfaceName link, String key, String value) {
    try {
      Files.writeString(IPV6.resolve(link.value()).resolve(key), value);
    } catch (IOException unwritable) {
      return;
    }
  }
}
