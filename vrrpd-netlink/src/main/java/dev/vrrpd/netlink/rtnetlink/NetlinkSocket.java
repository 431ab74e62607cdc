package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.libc.MessageHeader;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.util.function.Consumer;

/**
 * An rtnetlink(7) socket, non-blocking. The kernel answers a request while it is being sent, so
 * whoever sends may read the answers at once.
 */
final class NetlinkSocket implements AutoCloseable {
  private static final int NETLINK_ROUTE = 0;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUF = 8;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int SOL_NETLINK = 270;
  private static final int NETLINK_CAP_ACK = 10;
  private static final int NETLINK_EXT_ACK = 11;
  private static final int MSG_TRUNC = 0x20;

  /** The kernel makes no dump message larger than 32 KiB, nor a notification. */
  private static final int BUFFER = 65536;

  private final int fd;
  private final NativeMemory received = NativeMemory.allocate(BUFFER);
  private final NativeMemory sender = NativeMemory.allocate(12);
  private final MessageHeader header = new MessageHeader();

  private NetlinkSocket(int fd) {
    this.fd = fd;
  }

  /**
   * Opens a socket in the calling thread's network namespace.
   *
   * @param groups RTMGRP_* bits to hear, 0 for none
   * @param receiveBuffer octets to ask for; a process without CAP_NET_ADMIN gets what the system
   *     allows everybody
   */
  static NetlinkSocket open(int groups, int receiveBuffer) {
    return open(NETLINK_ROUTE, groups, receiveBuffer);
  }

  static NetlinkSocket open(int protocol, int groups, int receiveBuffer) {
    int type = Libc.SOCK_RAW | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    NetlinkSocket socket =
        new NetlinkSocket(
            Libc.check("socket", Libc.socket(Libc.AF_NETLINK, type, protocol), "AF_NETLINK"));
    try {
      socket.configure(groups, receiveBuffer);
      return socket;
    } catch (LibcException refused) {
      socket.close();
      throw refused;
    }
  }

  private void configure(int groups, int receiveBuffer) {
    if (Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, receiveBuffer) < 0) {
      Libc.check(
          "setsockopt", Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUF, receiveBuffer), "SO_RCVBUF");
    }
    // Comfort only: kernels before 4.12 answer without words.
    int _ = Libc.setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, 1);
    int _ = Libc.setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, 1);
    NativeMemory address = NativeMemory.allocate(12);
    address.octets().putShort(0, (short) Libc.AF_NETLINK).putInt(8, groups);
    Libc.check("bind", Libc.bind(fd, address), "AF_NETLINK", groups);
  }

  /**
   * From now on the kernel keeps back what {@code program}, classic BPF, returns 0 for.
   *
   * @param program instructions of eight octets: code, jumps, operand
   */
  void filter(long[] program) {
    NativeMemory instructions = NativeMemory.allocate(Long.BYTES * program.length);
    for (int i = 0; i < program.length; i++) {
      instructions.octets().putLong(Long.BYTES * i, program[i]);
    }
    NativeMemory description = NativeMemory.allocate(16);
    description.octets().putShort(0, (short) program.length).putLong(8, instructions.address());
    Libc.check(
        "setsockopt",
        Libc.setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, description),
        "SO_ATTACH_FILTER");
  }

  int fd() {
    return fd;
  }

  /** Sends all that {@code writer} holds: 0, or {@code -errno}. */
  int send(MessageWriter writer) {
    header.data(writer.memory(), writer.length());
    header.name(sender, 0);
    return Math.min(0, header.send(fd, 0));
  }

  /**
   * Reads once and shows each message to {@code visitor}: the number of octets, or {@code -errno},
   * which is ENOBUFS where messages were lost. What does not come from the kernel is passed over.
   */
  int receive(Consumer<Message> visitor) {
    header.data(received, received.size());
    header.name(sender, sender.size());
    int length = header.receive(fd, Libc.MSG_DONTWAIT);
    if (length < 0) {
      return length;
    }
    if ((header.flags() & MSG_TRUNC) != 0) {
      return -Errno.ENOBUFS;
    }
    if (sender.octets().getInt(4) == 0) {
      Message.forEach(received.octets(), length, visitor);
    }
    return length;
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
