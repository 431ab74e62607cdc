package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Room for one recvmmsg(2) on a raw socket: laid out once, shared by all sockets of a loop. What is
 * longer than any advertisement comes cut off, and too long all the same.
 */
final class ReceiveBatch {
  private static final int CAPACITY = 32;

  private static final int HEADER = 64;
  private static final int CONTROL_LENGTH = 40;
  private static final int FLAGS = 48;
  private static final int LENGTH = 56;
  private static final int VECTOR = 16;
  private static final int NAME = 32;
  private static final int CONTROL = 128;

  /** 255 IPv6 addresses, the VRRP header, any trailer, and some more. */
  private static final int PAYLOAD = 4352;

  private static final byte PROTOCOL_AH = 51;
  private static final byte[] NO_HEADER = {};

  private static final int SOL_SOCKET = 1;
  private static final int SCM_TIMESTAMPNS = 35;
  private static final int SOL_IPV6 = 41;
  private static final int IPV6_PKTINFO = 50;
  private static final int IPV6_HOPLIMIT = 52;

  private static final long SECOND = 1_000_000_000;

  /** struct cmsghdr. */
  private static final int CONTROL_HEADER = 16;

  private final NativeMemory headers = NativeMemory.allocate(CAPACITY * HEADER);
  private final NativeMemory vectors = NativeMemory.allocate(CAPACITY * VECTOR);
  private final NativeMemory names = NativeMemory.allocate(CAPACITY * NAME);
  private final NativeMemory controls = NativeMemory.allocate(CAPACITY * CONTROL);
  private final NativeMemory payloads = NativeMemory.allocate(CAPACITY * PAYLOAD);

  ReceiveBatch() {
    for (int i = 0; i < CAPACITY; i++) {
      headers
          .octets()
          .putLong(i * HEADER, names.address(i * NAME))
          .putLong(i * HEADER + 16, vectors.address(i * VECTOR))
          .putLong(i * HEADER + 24, 1)
          .putLong(i * HEADER + 32, controls.address(i * CONTROL));
      vectors
          .octets()
          .putLong(i * VECTOR, payloads.address(i * PAYLOAD))
          .putLong(i * VECTOR + 8, PAYLOAD);
    }
    prepare(CAPACITY);
  }

  /** The kernel writes lengths over those it is given. */
  private void prepare(int count) {
    for (int i = 0; i < count; i++) {
      headers
          .octets()
          .putInt(i * HEADER + 8, NAME)
          .putLong(i * HEADER + CONTROL_LENGTH, CONTROL)
          .putInt(i * HEADER + FLAGS, 0);
    }
  }

  /** Reads what waits and throws it away. */
  void discard(int fd) {
    int count;
    do {
      count = read(fd);
      prepare(count);
    } while (count == CAPACITY);
  }

  /**
   * Reads once. What makes no sense as a datagram is passed over. An error that waits on the socket
   * is taken off it and not told: the link's own event tells of its state.
   */
  List<Arrival> receive(int fd, Family family) {
    int count = read(fd);
    List<Arrival> arrivals = arrivals(count, family);
    prepare(count);
    return arrivals;
  }

  /** What the first headers of the batch describe. */
  List<Arrival> arrivals(int count, Family family) {
    if (count == 0) {
      return List.of();
    }
    List<Arrival> arrivals = new ArrayList<>(count);
    Instant now = Instant.now();
    for (int i = 0; i < count; i++) {
      int length = headers.octets().getInt(i * HEADER + LENGTH);
      Optional<Datagram> datagram = family == Family.IPV4 ? ipv4(i, length) : ipv6(i, length);
      if (datagram.isPresent()) {
        arrivals.add(new Arrival(datagram.get(), waited(i, now)));
      }
    }
    return arrivals;
  }

  /** The kernel's stamp is of the wall clock, which may have been set meanwhile. */
  private Duration waited(int i, Instant now) {
    int stamp = control(i, SOL_SOCKET, SCM_TIMESTAMPNS);
    if (stamp < 0) {
      return Duration.ZERO;
    }
    ByteBuffer octets = controls.octets();
    long seconds = now.getEpochSecond() - octets.getLong(stamp);
    long nanos = seconds * SECOND + now.getNano() - octets.getLong(stamp + 8);
    return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
  }

  /** Where the data of the i-th datagram's control message of this kind begin; negative: none. */
  private int control(int i, int level, int type) {
    ByteBuffer octets = controls.octets();
    int end = i * CONTROL + (int) headers.octets().getLong(i * HEADER + CONTROL_LENGTH);
    for (int at = i * CONTROL; at + CONTROL_HEADER <= end; ) {
      int size = (int) octets.getLong(at);
      if (octets.getInt(at + 8) == level && octets.getInt(at + 12) == type) {
        return at + CONTROL_HEADER;
      }
      if (size < CONTROL_HEADER) {
        break;
      }
      at += (size + 7) & ~7;
    }
    return -1;
  }

  private int read(int fd) {
    return Math.max(0, Libc.recvmmsg(fd, headers.address(), CAPACITY, Libc.MSG_DONTWAIT));
  }

  /** An IPv4 raw socket hands the IP header over, raw(7). */
  private Optional<Datagram> ipv4(int i, int length) {
    ByteBuffer octets = payloads.octets();
    int start = i * PAYLOAD;
    int header = (octets.get(start) & 0xf) * 4;
    if (length < 20 || header < 20 || length < header) {
      return Optional.empty();
    }
    return Optional.of(
        new Datagram(
            IpAddress.read(octets, start + 12, Family.IPV4),
            IpAddress.read(octets, start + 16, Family.IPV4),
            octets.get(start + 8) & 0xff,
            octets.get(start + 9) == PROTOCOL_AH ? copy(octets, start, header) : NO_HEADER,
            copy(octets, start + header, length - header)));
  }

  /** An IPv6 raw socket tells of the header in control messages, ipv6(7). */
  private Optional<Datagram> ipv6(int i, int length) {
    int destination = control(i, SOL_IPV6, IPV6_PKTINFO);
    int hopLimit = control(i, SOL_IPV6, IPV6_HOPLIMIT);
    if (destination < 0 || hopLimit < 0) {
      return Optional.empty();
    }
    ByteBuffer octets = controls.octets();
    int source = i * NAME + SocketAddress.IPV6_ADDRESS;
    byte[] payload = copy(payloads.octets(), i * PAYLOAD, length);
    return Optional.of(
        new Datagram(
            IpAddress.read(names.octets(), source, Family.IPV6),
            IpAddress.read(octets, destination, Family.IPV6),
            octets.getInt(hopLimit),
            payload));
  }

  private static byte[] copy(ByteBuffer octets, int from, int length) {
    byte[] copy = new byte[length];
    octets.get(from, copy);
    return copy;
  }
}
