package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import java.nio.ByteBuffer;
import java.util.Collection;

/**
 * Lets ARP packets pass whose sender, or neighbour advertisements whose target, is one of some
 * addresses, as many as fit; and whatever answers an ARP probe.
 */
final class ClaimFilter {
  /** What fits into the least net.core.optmem_max that kernels come with, 20 KiB. */
  static final int MOST_ADDRESSES = 100;

  private static final int ARP_OPERATION = 14 + 7;
  private static final int ARP_REPLY = 2;
  private static final int ARP_SENDER = 14 + 14;
  private static final int ARP_TARGET = 14 + 24;
  private static final int NEXT_HEADER = 14 + 6;
  private static final int ICMPV6 = 58;
  private static final int ICMP_TYPE = 14 + 40;
  private static final int NEIGHBOUR_ADVERTISEMENT = 136;
  private static final int TARGET = ICMP_TYPE + 8;

  private ClaimFilter() {}

  static FilterProgram of(Family family, Collection<IpAddress> addresses) {
    FilterProgram program = new FilterProgram();
    if (family == Family.IPV4) {
      passAnswers(program);
    } else {
      require(program, NEXT_HEADER, ICMPV6);
      require(program, ICMP_TYPE, NEIGHBOUR_ADVERTISEMENT);
    }
    int field = family == Family.IPV4 ? ARP_SENDER : TARGET;
    addresses.stream().limit(MOST_ADDRESSES).forEach(address -> pass(program, field, address));
    program.refuse();
    return program;
  }

  /** To an ARP probe, whatever the address: those alone that this host has asked for. */
  private static void passAnswers(FilterProgram program) {
    program.loadWord(ARP_TARGET);
    program.ifEqual(0, 3);
    program.loadOctet(ARP_OPERATION);
    program.ifEqual(ARP_REPLY, 1);
    program.accept();
  }

  private static void require(FilterProgram program, int offset, int value) {
    program.loadOctet(offset);
    program.unless(value);
  }

  /** The whole packet, if this is the address; else on to the next one. */
  private static void pass(FilterProgram program, int field, IpAddress address) {
    ByteBuffer octets = ByteBuffer.wrap(address.octets());
    int words = octets.remaining() / Integer.BYTES;
    for (int word = 0; word < words; word++) {
      program.loadWord(field + word * Integer.BYTES);
      program.ifEqual(octets.getInt(), 2 * (words - 1 - word) + 1);
    }
    program.accept();
  }
}
