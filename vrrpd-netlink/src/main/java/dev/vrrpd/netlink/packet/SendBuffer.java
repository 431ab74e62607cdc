package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.MessageHeader;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.ByteBuffer;

/** Room for one sendmsg(2) on a raw socket: laid out once, shared by all sockets of a loop. */
final class SendBuffer {
  private static final int IPV4_HEADER = 20;
  private static final int LONGEST = 65535;

  private static final int SOL_IPV6 = 41;
  private static final int IPV6_PKTINFO = 50;
  private static final int IPV6_HOPLIMIT = 52;
  private static final int PKTINFO_SPACE = 40;
  private static final int HOPLIMIT_SPACE = 24;

  private final MessageHeader header = new MessageHeader();
  private final NativeMemory name = NativeMemory.allocate(SocketAddress.IPV6_SIZE);
  private final NativeMemory control = NativeMemory.allocate(PKTINFO_SPACE + HOPLIMIT_SPACE);
  private final NativeMemory datagram = NativeMemory.allocate(LONGEST);

  SendBuffer() {
    control
        .octets()
        .putLong(0, 16 + 20)
        .putInt(8, SOL_IPV6)
        .putInt(12, IPV6_PKTINFO)
        .putLong(PKTINFO_SPACE, 16 + 4)
        .putInt(PKTINFO_SPACE + 8, SOL_IPV6)
        .putInt(PKTINFO_SPACE + 12, IPV6_HOPLIMIT);
  }

  /** Octets sent, or {@code -errno}. */
  int send(int fd, Endpoint endpoint, OutgoingDatagram outgoing) {
    Family family = outgoing.destination().family();
    SocketAddress.write(name, outgoing.destination(), endpoint.linkIndex());
    header.name(name, SocketAddress.size(family));
    if (family == Family.IPV4) {
      writeIpv4(endpoint, outgoing);
    } else {
      writeIpv6(endpoint, outgoing);
    }
    return header.send(fd, Libc.MSG_DONTWAIT);
  }

  /** With a header of our own, ip(7) IP_HDRINCL: no DF, the kernel adds the checksum. */
  private void writeIpv4(Endpoint endpoint, OutgoingDatagram outgoing) {
    ByteBuffer octets = datagram.octets();
    int length = IPV4_HEADER + outgoing.payload().length;
    octets.put(0, (byte) 0x45).put(1, (byte) SocketOptions.TRAFFIC_CLASS);
    putBigEndian(octets, 2, length);
    putBigEndian(octets, 4, outgoing.identification());
    putBigEndian(octets, 6, 0);
    int ttl = outgoing.ttl() == OutgoingDatagram.DEFAULT_TTL ? 255 : outgoing.ttl();
    octets.put(8, (byte) ttl).put(9, (byte) endpoint.transport().protocol());
    putBigEndian(octets, 10, 0);
    outgoing.source().write(octets, 12);
    outgoing.destination().write(octets, 16);
    octets.put(IPV4_HEADER, outgoing.payload());
    header.data(datagram, length);
    header.control(control, 0);
  }

  private static void putBigEndian(ByteBuffer octets, int at, int value) {
    octets.put(at, (byte) (value >>> 8)).put(at + 1, (byte) value);
  }

  private void writeIpv6(Endpoint endpoint, OutgoingDatagram outgoing) {
    datagram.octets().put(0, outgoing.payload());
    header.data(datagram, outgoing.payload().length);
    outgoing.source().write(control.octets(), 16);
    control.octets().putInt(32, endpoint.linkIndex());
    // A hop limit of -1 is the kernel's default, ipv6(7).
    control.octets().putInt(PKTINFO_SPACE + 16, outgoing.ttl());
    header.control(control, PKTINFO_SPACE + HOPLIMIT_SPACE);
  }
}
