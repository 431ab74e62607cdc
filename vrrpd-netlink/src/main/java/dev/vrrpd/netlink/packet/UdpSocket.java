package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;

/** What udp(7) sockets have in common. */
final class UdpSocket {
  private UdpSocket() {}

  static int open(Family family) {
    int domain = family == Family.IPV4 ? Libc.AF_INET : Libc.AF_INET6;
    int type = Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    return Libc.check("socket", Libc.socket(domain, type, 0), domain, type);
  }

  static void set(int fd, int level, int option, int value) {
    Libc.check("setsockopt", Libc.setsockopt(fd, level, option, value), level, option, value);
  }

  static IpAddress any(Family family) {
    return IpAddress.of(new byte[family.addressOctets()]);
  }

  static NativeMemory address(IpAddress address, int port) {
    NativeMemory memory = SocketAddress.of(address, 0);
    memory.octets().put(2, (byte) (port >>> 8)).put(3, (byte) port);
    return memory;
  }
}
