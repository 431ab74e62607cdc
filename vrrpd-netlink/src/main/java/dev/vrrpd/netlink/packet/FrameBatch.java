package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Frames for one sendmmsg(2) on an AF_PACKET socket: headers laid out once, frames filled in. */
final class FrameBatch {
  static final int CAPACITY = 64;

  private static final int HEADER = 64;
  private static final int VECTOR = 16;
  private static final int NAME = 20;
  private static final int SLOT = 96;

  private final NativeMemory headers = NativeMemory.allocate(CAPACITY * HEADER);
  private final NativeMemory vectors = NativeMemory.allocate(CAPACITY * VECTOR);
  private final NativeMemory names = NativeMemory.allocate(CAPACITY * NAME);
  private final NativeMemory frames = NativeMemory.allocate(CAPACITY * SLOT);
  private final ByteBuffer writer = frames.octets().duplicate().order(ByteOrder.BIG_ENDIAN);
  private int count;

  FrameBatch() {
    for (int i = 0; i < CAPACITY; i++) {
      headers
          .octets()
          .putLong(i * HEADER, names.address(i * NAME))
          .putInt(i * HEADER + 8, NAME)
          .putLong(i * HEADER + 16, vectors.address(i * VECTOR))
          .putLong(i * HEADER + 24, 1);
      vectors.octets().putLong(i * VECTOR, frames.address(i * SLOT));
      names.octets().putShort(i * NAME, (short) Libc.AF_PACKET);
    }
  }

  void clear() {
    count = 0;
  }

  boolean full() {
    return count == CAPACITY;
  }

  int count() {
    return count;
  }

  void add(Announcement announcement, MacAddress mac) {
    IpAddress address = announcement.address().address();
    add(
        announcement.link().index(),
        address,
        frame -> AnnouncementFrame.write(frame, mac, address, announcement.router()));
  }

  /** A frame about an address that leaves by a link. */
  void add(int linkIndex, IpAddress address, Consumer<ByteBuffer> frame) {
    writer.position(count * SLOT);
    frame.accept(writer);
    vectors.octets().putLong(count * VECTOR + 8, writer.position() - count * SLOT);
    short type = Short.reverseBytes((short) NeighbourFrame.etherType(address));
    names.octets().putShort(count * NAME + 2, type).putInt(count * NAME + 4, linkIndex);
    count++;
  }

  /** Sends from frame {@code from} on: how many went, or {@code -errno} of the first. */
  int send(int fd, int from) {
    return Libc.sendmmsg(fd, headers.address(from * HEADER), count - from, Libc.MSG_DONTWAIT);
  }
}
