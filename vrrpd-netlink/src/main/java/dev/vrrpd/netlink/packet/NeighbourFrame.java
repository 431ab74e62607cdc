package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import java.nio.ByteBuffer;

/**
 * Ethernet frames between neighbours: ARP requests (RFC 826), neighbour solicitations and
 * advertisements (RFC 4861 sections 4.3 and 4.4). In network byte order whatever the buffer's;
 * written from its position on, which is left behind the frame.
 */
final class NeighbourFrame {
  /** The longer of the two: Ethernet, IPv6, message, option. */
  static final int LONGEST = 14 + 40 + 24 + 8;

  static final int ETHERTYPE_ARP = 0x0806;
  static final int ETHERTYPE_IPV6 = 0x86dd;

  static final int SOLICITATION = 0x8700_0000;
  static final int ADVERTISEMENT = 0x8800_0000;
  static final int SOURCE_LINK_LAYER_ADDRESS = 1;
  static final int TARGET_LINK_LAYER_ADDRESS = 2;

  private static final int ICMPV6 = 58;
  private static final int LENGTH = 32;
  private static final int MESSAGE = 14 + 40;

  private NeighbourFrame() {}

  /** From where to where. */
  record Way(
      MacAddress destinationMac, MacAddress sourceMac, IpAddress source, IpAddress destination) {}

  /** Type, code and an empty checksum; the flags; the option that names the sender's MAC. */
  record Message(int type, int flags, int option) {}

  static int etherType(IpAddress address) {
    return address.family() == Family.IPV4 ? ETHERTYPE_ARP : ETHERTYPE_IPV6;
  }

  static void writeRequest(
      ByteBuffer frame, MacAddress mac, byte[] sender, MacAddress targetMac, byte[] target) {
    frame.put(MacAddress.BROADCAST.octets()).put(mac.octets()).putShort((short) ETHERTYPE_ARP);
    frame.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4);
    frame.putShort((short) 1).put(mac.octets()).put(sender);
    frame.put(targetMac.octets()).put(target);
  }

  static void write(ByteBuffer frame, Way way, Message message, byte[] target) {
    int start = frame.position();
    byte[] mac = way.sourceMac.octets();
    frame.put(way.destinationMac.octets()).put(mac).putShort((short) ETHERTYPE_IPV6);
    frame.putInt(0x6000_0000).putShort((short) LENGTH);
    frame.put((byte) ICMPV6).put((byte) 255).put(way.source.octets()).put(way.destination.octets());
    frame.putInt(message.type).putInt(message.flags).put(target);
    frame.put((byte) message.option).put((byte) 1).put(mac);
    frame.putShort(start + MESSAGE + 2, checksum(frame, start));
  }

  /** RFC 4443 section 2.3: addresses, length and next header stand in for the IPv6 header. */
  private static short checksum(ByteBuffer frame, int start) {
    int sum = LENGTH + ICMPV6;
    for (int at = start + 14 + 8; at < start + MESSAGE + LENGTH; at += 2) {
      sum += frame.getShort(at) & 0xffff;
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
