package dev.vrrpd.netlink.packet;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** A classic BPF program for a socket, linux/filter.h: the kernel drops what it does not return. */
final class FilterProgram {
  private static final int SOL_SOCKET = 1;
  private static final int SO_ATTACH_FILTER = 26;

  private static final int LOAD_WORD = 0x20;
  private static final int LOAD_OCTET = 0x30;
  private static final int LOAD_OCTET_BEHIND = 0x50;
  private static final int MEASURE_IPV4_HEADER = 0xb1;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;
  private static final int WHOLE_PACKET = 0xffff;

  /** struct sock_fprog. */
  private static final int HEADER = 16;

  private static final int INSTRUCTION = 8;

  private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

  private final List<Instruction> instructions = new ArrayList<>();

  private void add(int code, int ifTrue, int ifFalse, int operand) {
    instructions.add(new Instruction(code, ifTrue, ifFalse, operand));
  }

  void loadWord(int offset) {
    add(LOAD_WORD, 0, 0, offset);
  }

  void loadOctet(int offset) {
    add(LOAD_OCTET, 0, 0, offset);
  }

  /** Of what stands behind the IPv4 header that the packet begins with. */
  void loadOctetBehindIpv4(int offset) {
    add(MEASURE_IPV4_HEADER, 0, 0, 0);
    add(LOAD_OCTET_BEHIND, 0, 0, offset);
  }

  /** Goes on, or behind the next {@code others} instructions. */
  void ifEqual(int value, int others) {
    add(JUMP_IF_EQUAL, 0, others, value);
  }

  /** Goes on only with this value. */
  void unless(int value) {
    add(JUMP_IF_EQUAL, 1, 0, value);
    refuse();
  }

  void accept() {
    add(RETURN, 0, 0, WHOLE_PACKET);
  }

  void refuse() {
    add(RETURN, 0, 0, 0);
  }

  /** From now on; 0 or {@code -errno}. */
  int attach(int fd) {
    NativeMemory program = NativeMemory.allocate(instructions.size() * INSTRUCTION);
    for (int i = 0; i < instructions.size(); i++) {
      Instruction one = instructions.get(i);
      program
          .octets()
          .putShort(i * INSTRUCTION, (short) one.code)
          .put(i * INSTRUCTION + 2, (byte) one.ifTrue)
          .put(i * INSTRUCTION + 3, (byte) one.ifFalse)
          .putInt(i * INSTRUCTION + 4, one.operand);
    }
    NativeMemory header = NativeMemory.allocate(HEADER);
    header.octets().putShort(0, (short) instructions.size()).putLong(8, program.address());
    int result = Libc.setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, header);
    Reference.reachabilityFence(program);
    return result;
  }
}
