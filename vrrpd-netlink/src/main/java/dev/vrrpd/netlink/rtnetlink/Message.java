package dev.vrrpd.netlink.rtnetlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One received netlink(7) message: a window on the receive buffer, good until the next receive.
 *
 * @param from where its payload starts, after the header
 * @param to where it ends
 */
record Message(int type, int flags, int sequence, ByteBuffer octets, int from, int to) {

  /** Sees one attribute: its type, and where its value starts and ends. */
  interface AttributeVisitor {
    void attribute(int type, int from, int to);
  }

  /** Walks the messages in the first {@code length} octets; stops at one that is cut short. */
  static void forEach(ByteBuffer octets, int length, Consumer<Message> visitor) {
    int at = 0;
    while (at + Rtnetlink.HEADER <= length) {
      int size = octets.getInt(at);
      if (size < Rtnetlink.HEADER || at + size > length) {
        return;
      }
      visitor.accept(
          new Message(
              octets.getShort(at + 4) & 0xffff,
              octets.getShort(at + 6) & 0xffff,
              octets.getInt(at + 8),
              octets,
              at + Rtnetlink.HEADER,
              at + size));
      at += align(size);
    }
  }

  boolean hasFlag(int flag) {
    return (flags & flag) != 0;
  }

  int octet(int offset) {
    return octets.get(from + offset) & 0xff;
  }

  int number(int offset) {
    return octets.getInt(from + offset);
  }

  int size() {
    return to - from;
  }

  /** Walks the attributes behind a fixed part of {@code fixed} octets. */
  void attributes(int fixed, AttributeVisitor visitor) {
    attributes(from + fixed, to, visitor);
  }

  /** Walks nested attributes. */
  void attributes(int start, int end, AttributeVisitor visitor) {
    int at = start;
    while (at + 4 <= end) {
      int size = octets.getShort(at) & 0xffff;
      if (size < 4 || at + size > end) {
        return;
      }
      visitor.attribute(octets.getShort(at + 2) & 0x3fff, at + 4, at + size);
      at += align(size);
    }
  }

  byte[] bytes(int start, int end) {
    byte[] copy = new byte[end - start];
    octets.get(start, copy);
    return copy;
  }

  /** A C string. */
  String text(int start, int end) {
    String text = new String(bytes(start, end), StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  private static int align(int size) {
    return (size + 3) & ~3;
  }
}
