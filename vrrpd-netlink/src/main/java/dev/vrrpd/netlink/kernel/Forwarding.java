package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.VirtualAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether this host is a router on a link, in its neighbours' eyes: {@code
 * net.ipv6.conf.LINK.forwarding}. Each link is looked at once.
 */
final class Forwarding {
  private final Map<Integer, Boolean> known = new HashMap<>();

  /** Always false for IPv4, where nobody is told. */
  boolean of(Link link, VirtualAddress address) {
    return address.address().family() == Family.IPV6
        && known.computeIfAbsent(link.index(), _ -> read(link));
  }

  /** A link that is gone, or has no IPv6, forwards none. */
  private static boolean read(Link link) {
    Path file = Path.of("/proc/sys/net/ipv6/conf", link.name().value(), "forwarding");
    try {
      return !Files.readString(file).strip().equals("0");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
