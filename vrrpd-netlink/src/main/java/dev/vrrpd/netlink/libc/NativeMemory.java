package dev.vrrpd.netlink.libc;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Zeroed memory outside the heap with a fixed address, for structures that the C library reads and
 * writes. Lives as long as this object is reachable: whoever hands out the address keeps the
 * object.
 */
public final class NativeMemory {
  private final ByteBuffer octets;
  private final long address;

  private NativeMemory(int size) {
    this.octets = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    this.address = MemorySegment.ofBuffer(octets).address();
  }

  /** So many octets, all zero. */
  public static NativeMemory allocate(int size) {
    return new NativeMemory(size);
  }

  /** A C string. */
  public static NativeMemory string(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    NativeMemory memory = new NativeMemory(encoded.length + 1);
    memory.octets.put(0, encoded);
    return memory;
  }

  /** A null-terminated array of C strings, all in one block. */
  public static NativeMemory strings(List<String> texts) {
    List<byte[]> encoded =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int pointers = (texts.size() + 1) * Long.BYTES;
    int size = pointers + encoded.stream().mapToInt(text -> text.length + 1).sum();
    NativeMemory memory = new NativeMemory(size);
    int offset = pointers;
    for (int i = 0; i < encoded.size(); i++) {
      memory.octets.putLong(i * Long.BYTES, memory.address + offset);
      memory.octets.put(offset, encoded.get(i));
      offset += encoded.get(i).length + 1;
    }
    return memory;
  }

  /** In octets. */
  public int size() {
    return octets.capacity();
  }

  /** Of its first octet, for as long as this object is reachable. */
  public long address() {
    return address;
  }

  public long address(int offset) {
    return address + offset;
  }

  /** The memory itself, in the machine's byte order; use absolute positions only. */
  public ByteBuffer octets() {
    return octets;
  }
}
