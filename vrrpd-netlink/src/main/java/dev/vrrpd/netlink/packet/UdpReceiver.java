package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.libc.MessageHeader;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hears a udp(7) port on all addresses of one family, with what the IP header said: source,
 * destination, time to live. Small datagrams only; the rest of a longer one is cut off. Confined to
 * the loop.
 */
public final class UdpReceiver implements AutoCloseable {
  private static final int SOL_IP = 0;
  private static final int SOL_IPV6 = 41;
  private static final int IP_PKTINFO = 8;
  private static final int IP_RECVTTL = 12;
  private static final int IP_TTL = 2;
  private static final int IPV6_V6ONLY = 26;
  private static final int IPV6_RECVPKTINFO = 49;
  private static final int IPV6_PKTINFO = 50;
  private static final int IPV6_RECVHOPLIMIT = 51;
  private static final int IPV6_HOPLIMIT = 52;

  private static final int NAME = 32;
  private static final int CONTROL = 128;
  private static final int PAYLOAD = 256;

  /** Offset in struct cmsghdr. */
  private static final int DATA = 16;

  /** Whoever floods the port must not hold up the timers. */
  private static final int AT_ONCE = 64;

  private final MessageHeader header = new MessageHeader();
  private final NativeMemory name = NativeMemory.allocate(NAME);
  private final NativeMemory control = NativeMemory.allocate(CONTROL);
  private final NativeMemory payload = NativeMemory.allocate(PAYLOAD);
  private final Family family;
  private final int fd;
  private final Consumer<Datagram> receiver;
  private final Registration registration;

  private UdpReceiver(EventLoop loop, Family family, int fd, Consumer<Datagram> receiver) {
    this.family = family;
    this.fd = fd;
    this.receiver = receiver;
    header.data(payload, PAYLOAD);
    this.registration = loop.register(fd, this::drain);
  }

  /**
   * On the loop.
   *
   * @throws LibcException when the kernel refuses, for instance because the port is taken
   */
  public static UdpReceiver open(
      EventLoop loop, Family family, int port, Consumer<Datagram> receiver) {
    int fd = UdpSocket.open(family);
    try {
      if (family == Family.IPV4) {
        UdpSocket.set(fd, SOL_IP, IP_PKTINFO, 1);
        UdpSocket.set(fd, SOL_IP, IP_RECVTTL, 1);
      } else {
        UdpSocket.set(fd, SOL_IPV6, IPV6_V6ONLY, 1);
        UdpSocket.set(fd, SOL_IPV6, IPV6_RECVPKTINFO, 1);
        UdpSocket.set(fd, SOL_IPV6, IPV6_RECVHOPLIMIT, 1);
      }
      NativeMemory any = UdpSocket.address(UdpSocket.any(family), port);
      Libc.check("bind", Libc.bind(fd, any), port);
    } catch (LibcException refused) {
      Libc.close(fd);
      throw refused;
    }
    return new UdpReceiver(loop, family, fd, receiver);
  }

  /** Hands over what waits. */
  public void drain() {
    for (int count = 0; count < AT_ONCE; count++) {
      header.name(name, NAME);
      header.control(control, CONTROL);
      int length = header.receive(fd, Libc.MSG_DONTWAIT);
      if (length < 0) {
        return;
      }
      datagram(length).ifPresent(receiver);
    }
  }

  private Optional<Datagram> datagram(int length) {
    int size = family.addressOctets();
    int at = family == Family.IPV4 ? 4 : SocketAddress.IPV6_ADDRESS;
    IpAddress source = IpAddress.of(copy(name.octets(), at, size));
    byte[] octets = copy(payload.octets(), 0, length);
    ByteBuffer messages = control.octets();
    int end = header.controlLength();
    IpAddress destination = null;
    int ttl = -1;
    for (int next = 0; next + DATA <= end; ) {
      int message = (int) messages.getLong(next);
      if (message < DATA) {
        break;
      }
      int type = messages.getInt(next + 12);
      if (type == (family == Family.IPV4 ? IP_PKTINFO : IPV6_PKTINFO)) {
        // struct in_pktinfo has the header's destination last, struct in6_pktinfo first.
        int address = next + DATA + (family == Family.IPV4 ? 8 : 0);
        destination = IpAddress.of(copy(messages, address, size));
      } else if (type == (family == Family.IPV4 ? IP_TTL : IPV6_HOPLIMIT)) {
        ttl = messages.getInt(next + DATA);
      }
      next += (message + 7) & ~7;
    }
    return destination == null || ttl < 0
        ? Optional.empty()
        : Optional.of(new Datagram(source, destination, ttl, octets));
  }

  private static byte[] copy(ByteBuffer octets, int from, int length) {
    byte[] copy = new byte[length];
    octets.get(from, copy);
    return copy;
  }

  @Override
  public void close() {
    registration.close();
    Libc.close(fd);
  }
}
