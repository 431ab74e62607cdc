package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;

/**
 * Makes a raw socket hear one {@link Endpoint} and nothing else: bound to the device and to the
 * address, so that the kernel filters; see raw(7), ip(7), ipv6(7), socket(7).
 */
final class SocketOptions {
  private static final int SOL_IP = 0;
  private static final int SOL_SOCKET = 1;
  private static final int SOL_IPV6 = 41;

  private static final int SO_PRIORITY = 12;
  private static final int SO_BINDTODEVICE = 25;
  private static final int SO_TIMESTAMPNS = 35;

  private static final int IP_HDRINCL = 3;
  private static final int IP_FREEBIND = 15;
  private static final int IP_MULTICAST_IF = 32;
  private static final int IP_MULTICAST_LOOP = 34;
  private static final int IP_ADD_MEMBERSHIP = 35;
  private static final int IP_MULTICAST_ALL = 49;

  private static final int IPV6_CHECKSUM = 7;
  private static final int IPV6_MULTICAST_IF = 17;
  private static final int IPV6_MULTICAST_LOOP = 19;
  private static final int IPV6_ADD_MEMBERSHIP = 20;
  private static final int IPV6_MULTICAST_ALL = 29;
  private static final int IPV6_RECVPKTINFO = 49;
  private static final int IPV6_RECVHOPLIMIT = 51;
  private static final int IPV6_TCLASS = 67;
  private static final int IPV6_FREEBIND = 78;

  /** TC_PRIO_INTERACTIVE: before everything that did not ask. */
  private static final int PRIORITY = 6;

  /** CS6, network control, RFC 4594. */
  static final int TRAFFIC_CLASS = 0xc0;

  private static final int CHECKSUM_OFFSET = 6;

  private final int fd;
  private final Endpoint endpoint;

  private SocketOptions(int fd, Endpoint endpoint) {
    this.fd = fd;
    this.endpoint = endpoint;
  }

  static void apply(int fd, Endpoint endpoint) {
    new SocketOptions(fd, endpoint).apply();
  }

  private void apply() {
    if (!endpoint.link().equals(InterfaceName.NONE)) {
      bindToDevice();
    }
    set(SOL_SOCKET, SO_PRIORITY, "SO_PRIORITY", PRIORITY);
    set(SOL_SOCKET, SO_TIMESTAMPNS, "SO_TIMESTAMPNS", 1);
    if (endpoint.family() == Family.IPV4) {
      applyIpv4();
    } else {
      applyIpv6();
    }
    NativeMemory address = SocketAddress.of(endpoint.address(), endpoint.linkIndex());
    Libc.check("bind", Libc.bind(fd, address), endpoint.address());
  }

  /** For a VRF device: to all its ports. */
  private void bindToDevice() {
    NativeMemory name = NativeMemory.string(endpoint.link().value());
    Libc.check(
        "setsockopt",
        Libc.setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, name),
        "SO_BINDTODEVICE",
        endpoint.link());
  }

  private void applyIpv4() {
    set(SOL_IP, IP_HDRINCL, "IP_HDRINCL", 1);
    set(SOL_IP, IP_FREEBIND, "IP_FREEBIND", 1);
    if (endpoint.multicast()) {
      set(SOL_IP, IP_MULTICAST_LOOP, "IP_MULTICAST_LOOP", 0);
      set(SOL_IP, IP_MULTICAST_ALL, "IP_MULTICAST_ALL", 0);
      join(SOL_IP, IP_MULTICAST_IF, "IP_MULTICAST_IF", membership());
      join(SOL_IP, IP_ADD_MEMBERSHIP, "IP_ADD_MEMBERSHIP", membership());
    }
  }

  /** struct ip_mreqn. */
  private NativeMemory membership() {
    NativeMemory request = NativeMemory.allocate(12);
    request.octets().put(0, endpoint.address().octets()).putInt(8, endpoint.linkIndex());
    return request;
  }

  private void applyIpv6() {
    set(SOL_IPV6, IPV6_RECVPKTINFO, "IPV6_RECVPKTINFO", 1);
    set(SOL_IPV6, IPV6_RECVHOPLIMIT, "IPV6_RECVHOPLIMIT", 1);
    set(SOL_IPV6, IPV6_TCLASS, "IPV6_TCLASS", TRAFFIC_CLASS);
    if (endpoint.transport() == Endpoint.Transport.VRRP) {
      set(SOL_IPV6, IPV6_CHECKSUM, "IPV6_CHECKSUM", CHECKSUM_OFFSET);
    }
    // Kernels before 4.15 and 4.20 know these not, and come near without.
    int _ = Libc.setsockopt(fd, SOL_IPV6, IPV6_FREEBIND, 1);
    int _ = Libc.setsockopt(fd, SOL_IPV6, IPV6_MULTICAST_ALL, 0);
    if (endpoint.multicast()) {
      set(SOL_IPV6, IPV6_MULTICAST_LOOP, "IPV6_MULTICAST_LOOP", 0);
      set(SOL_IPV6, IPV6_MULTICAST_IF, "IPV6_MULTICAST_IF", endpoint.linkIndex());
      join(SOL_IPV6, IPV6_ADD_MEMBERSHIP, "IPV6_ADD_MEMBERSHIP", ipv6Membership());
    }
  }

  /** struct ipv6_mreq. */
  private NativeMemory ipv6Membership() {
    NativeMemory request = NativeMemory.allocate(20);
    request.octets().put(0, endpoint.address().octets()).putInt(16, endpoint.linkIndex());
    return request;
  }

  private void set(int level, int option, String name, int value) {
    Libc.check("setsockopt", Libc.setsockopt(fd, level, option, value), name, value);
  }

  private void join(int level, int option, String name, NativeMemory request) {
    Libc.check("setsockopt", Libc.setsockopt(fd, level, option, request), name, endpoint.address());
  }
}
