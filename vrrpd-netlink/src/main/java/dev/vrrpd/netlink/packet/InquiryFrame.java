package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import java.nio.ByteBuffer;

/**
 * Ethernet frames that ask who has an address: an ARP probe for IPv4 (RFC 5227 section 2.1.1),
 * which leaves every neighbour's memory as it is, and a neighbour solicitation for IPv6 (RFC 4861
 * section 7.2.2).
 */
final class InquiryFrame {
  private static final MacAddress UNKNOWN = new MacAddress(0);
  private static final int GROUP = 12;
  private static final int TAIL = 13;

  private InquiryFrame() {}

  static void write(ByteBuffer frame, MacAddress mac, IpAddress source, IpAddress address) {
    if (address.family() == Family.IPV4) {
      NeighbourFrame.writeRequest(frame, mac, source.octets(), UNKNOWN, address.octets());
    } else {
      writeSolicitation(frame, mac, source, address.octets());
    }
  }

  /** To the solicited-node address, RFC 4291 section 2.7.1. */
  private static void writeSolicitation(
      ByteBuffer frame, MacAddress mac, IpAddress source, byte[] address) {
    byte[] group = IpAddress.of("ff02::1:ff00:0").octets();
    System.arraycopy(address, TAIL, group, TAIL, group.length - TAIL);
    long tail = ByteBuffer.wrap(group).getInt(GROUP) & 0xffff_ffffL;
    NeighbourFrame.write(
        frame,
        new NeighbourFrame.Way(
            new MacAddress(0x3333_0000_0000L | tail), mac, source, IpAddress.of(group)),
        new NeighbourFrame.Message(
            NeighbourFrame.SOLICITATION, 0, NeighbourFrame.SOURCE_LINK_LAYER_ADDRESS),
        address);
  }
}
