package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.libc.NativeMemory;

/**
 * Sends datagrams from one address and port to one other; udp(7). Never waits: what cannot leave at
 * once is lost. Confined to one thread.
 */
public final class UdpSender implements AutoCloseable {
  private static final int SOL_IP = 0;
  private static final int SOL_IPV6 = 41;
  private static final int IP_TOS = 1;
  private static final int IP_TTL = 2;
  private static final int IPV6_UNICAST_HOPS = 16;
  private static final int IPV6_TCLASS = 67;
  private static final int LONGEST = 256;

  private final int fd;
  private final NativeMemory buffer = NativeMemory.allocate(LONGEST);

  private UdpSender(int fd) {
    this.fd = fd;
  }

  /**
   * Opens the way.
   *
   * @param from an address of this host; the unspecified one: the kernel's choice
   * @param ttl time to live or hop limit, 1 to 255
   * @throws LibcException when the kernel refuses: no such address, no route, the port is taken
   */
  public static UdpSender open(IpAddress from, int fromPort, IpAddress to, int port, int ttl) {
    boolean ipv4 = to.family() == Family.IPV4;
    int fd = UdpSocket.open(to.family());
    try {
      UdpSocket.set(fd, ipv4 ? SOL_IP : SOL_IPV6, ipv4 ? IP_TTL : IPV6_UNICAST_HOPS, ttl);
      UdpSocket.set(
          fd, ipv4 ? SOL_IP : SOL_IPV6, ipv4 ? IP_TOS : IPV6_TCLASS, SocketOptions.TRAFFIC_CLASS);
      Libc.check("bind", Libc.bind(fd, UdpSocket.address(from, fromPort)), from, fromPort);
      Libc.check("connect", Libc.connect(fd, UdpSocket.address(to, port)), to, port);
    } catch (LibcException refused) {
      Libc.close(fd);
      throw refused;
    }
    return new UdpSender(fd);
  }

  /** 0, or the errno(3) of the refusal; one that an earlier datagram met is passed over. */
  public int send(byte[] octets) {
    buffer.octets().put(0, octets);
    int result = Libc.write(fd, buffer, octets.length);
    if (result == -Errno.ECONNREFUSED) {
      result = Libc.write(fd, buffer, octets.length);
    }
    return Math.max(0, -result);
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
