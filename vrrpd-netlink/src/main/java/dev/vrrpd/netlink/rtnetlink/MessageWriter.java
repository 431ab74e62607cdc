package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes netlink(7) messages one behind the other into a block of memory: header, fixed part,
 * attributes, each aligned to four octets.
 */
final class MessageWriter {
  private final NativeMemory memory;
  private final ByteBuffer octets;
  private int start;
  private int end;

  MessageWriter(int capacity) {
    this.memory = NativeMemory.allocate(capacity);
    this.octets = memory.octets();
  }

  void clear() {
    start = 0;
    end = 0;
  }

  int length() {
    return end;
  }

  int remaining() {
    return memory.size() - end;
  }

  NativeMemory memory() {
    return memory;
  }

  /** Opens a message; {@link #finish} closes it. */
  MessageWriter message(int type, int flags, int sequence) {
    start = end;
    octets.putShort(start + 4, (short) type);
    octets.putShort(start + 6, (short) flags);
    octets.putInt(start + 8, sequence);
    octets.putInt(start + 12, 0);
    end = start + Rtnetlink.HEADER;
    return this;
  }

  MessageWriter octet(int value) {
    octets.put(end, (byte) value);
    end++;
    return this;
  }

  MessageWriter number(int value) {
    octets.putInt(end, value);
    end += Integer.BYTES;
    return this;
  }

  /** Sixteen bits. */
  MessageWriter half(int value) {
    octets.putShort(end, (short) value);
    end += Short.BYTES;
    return this;
  }

  MessageWriter zeros(int count) {
    for (int i = 0; i < count; i++) {
      octet(0);
    }
    return this;
  }

  MessageWriter attribute(int type, byte[] value) {
    octets.putShort(end, (short) (4 + value.length));
    octets.putShort(end + 2, (short) type);
    octets.put(end + 4, value);
    end += 4 + value.length;
    return pad();
  }

  MessageWriter attribute(int type, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] terminated = new byte[encoded.length + 1];
    System.arraycopy(encoded, 0, terminated, 0, encoded.length);
    return attribute(type, terminated);
  }

  MessageWriter attribute(int type, int... numbers) {
    octets.putShort(end, (short) (4 + Integer.BYTES * numbers.length));
    octets.putShort(end + 2, (short) type);
    end += 4;
    for (int number : numbers) {
      number(number);
    }
    return this;
  }

  /** Without the alignment that only the message needs. */
  int position() {
    return end;
  }

  MessageWriter halfAt(int position, int value) {
    octets.putShort(position, (short) value);
    return this;
  }

  /** Opens an attribute of attributes: what {@link #close} needs to end it. */
  int open(int type) {
    int at = end;
    octets.putShort(end + 2, (short) type);
    end += 4;
    return at;
  }

  MessageWriter close(int opened) {
    octets.putShort(opened, (short) (end - opened));
    return this;
  }

  void finish() {
    octets.putInt(start, end - start);
  }

  /** Asks for an answer to the message finished last, also where it succeeds. */
  void acknowledgeLast() {
    octets.putShort(start + 6, (short) (octets.getShort(start + 6) | Rtnetlink.NLM_F_ACK));
  }

  private MessageWriter pad() {
    while (end % 4 != 0) {
      octet(0);
    }
    return this;
  }
}
