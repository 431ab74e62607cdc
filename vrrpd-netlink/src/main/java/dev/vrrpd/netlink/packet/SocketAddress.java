package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;

/** struct sockaddr_in, ip(7), and struct sockaddr_in6, ipv6(7), without a port. */
final class SocketAddress {
  static final int IPV6_SIZE = 28;
  static final int IPV6_ADDRESS = 8;

  private static final int IPV4_SIZE = 16;
  private static final int IPV4_ADDRESS = 4;
  private static final int IPV6_SCOPE = 24;

  private SocketAddress() {}

  static NativeMemory of(IpAddress address, int linkIndex) {
    NativeMemory memory = NativeMemory.allocate(size(address.family()));
    write(memory, address, linkIndex);
    return memory;
  }

  static int size(Family family) {
    return family == Family.IPV4 ? IPV4_SIZE : IPV6_SIZE;
  }

  /** Writes the address; the link is told for IPv6 addresses that mean nothing without. */
  static void write(NativeMemory memory, IpAddress address, int linkIndex) {
    if (address.family() == Family.IPV4) {
      memory.octets().putShort(0, (short) Libc.AF_INET).putShort(2, (short) 0);
      address.write(memory.octets(), IPV4_ADDRESS);
    } else {
      boolean scoped = address.isLinkLocal() || address.isMulticast();
      memory
          .octets()
          .putShort(0, (short) Libc.AF_INET6)
          .putShort(2, (short) 0)
          .putInt(IPV6_SCOPE, scoped ? linkIndex : 0);
      address.write(memory.octets(), IPV6_ADDRESS);
    }
  }
}
