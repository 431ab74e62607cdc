package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import java.nio.ByteBuffer;

/**
 * Ethernet frames that tell who has an address: a gratuitous ARP request for IPv4 (RFC 5227 section
 * 3, RFC 9568 section 8.1.2), an unsolicited neighbour advertisement for IPv6 (RFC 4861 section
 * 7.2.6, RFC 9568 section 8.2.2).
 */
final class AnnouncementFrame {
  /** The longer of the two: Ethernet, IPv6, advertisement, option. */
  static final int LONGEST = 14 + 40 + 24 + 8;

  static final int ETHERTYPE_ARP = 0x0806;
  static final int ETHERTYPE_IPV6 = 0x86dd;

  private static final byte[] ALL_NODES = IpAddress.of("ff02::1").octets();
  private static final MacAddress ALL_NODES_MAC = new MacAddress(0x3333_0000_0001L);
  private static final int OVERRIDE = 0x2000_0000;
  private static final int ROUTER = 0x8000_0000;
  private static final int ICMPV6 = 58;
  private static final int ADVERTISEMENT_LENGTH = 32;
  private static final int ADVERTISEMENT = 14 + 40;

  private AnnouncementFrame() {}

  static int etherType(IpAddress address) {
    return address.family() == Family.IPV4 ? ETHERTYPE_ARP : ETHERTYPE_IPV6;
  }

  /**
   * Writes the frame for {@code address}, in network byte order whatever the buffer's.
   *
   * @param frame from its position on, which is left behind the frame
   */
  static void write(ByteBuffer frame, MacAddress mac, IpAddress address, boolean router) {
    if (address.family() == Family.IPV4) {
      writeArp(frame, mac, address.octets());
    } else {
      writeNeighbourAdvertisement(frame, mac, address.octets(), router);
    }
  }

  private static void writeArp(ByteBuffer frame, MacAddress mac, byte[] address) {
    frame.put(MacAddress.BROADCAST.octets()).put(mac.octets()).putShort((short) ETHERTYPE_ARP);
    frame.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4);
    frame.putShort((short) 1).put(mac.octets()).put(address);
    frame.put(MacAddress.BROADCAST.octets()).put(address);
  }

  private static void writeNeighbourAdvertisement(
      ByteBuffer frame, MacAddress mac, byte[] address, boolean router) {
    int start = frame.position();
    frame.put(ALL_NODES_MAC.octets()).put(mac.octets()).putShort((short) ETHERTYPE_IPV6);
    frame.putInt(0x6000_0000).putShort((short) ADVERTISEMENT_LENGTH);
    frame.put((byte) ICMPV6).put((byte) 255).put(address).put(ALL_NODES);
    frame.putInt(0x8800_0000).putInt(router ? OVERRIDE | ROUTER : OVERRIDE).put(address);
    frame.put((byte) 2).put((byte) 1).put(mac.octets());
    frame.putShort(start + ADVERTISEMENT + 2, checksum(frame, start));
  }

  /** RFC 4443 section 2.3: addresses, length and next header stand in for the IPv6 header. */
  private static short checksum(ByteBuffer frame, int start) {
    int sum = ADVERTISEMENT_LENGTH + ICMPV6;
    for (int at = start + 14 + 8; at < start + ADVERTISEMENT + ADVERTISEMENT_LENGTH; at += 2) {
      sum += frame.getShort(at) & 0xffff;
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
