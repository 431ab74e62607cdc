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
  private static final IpAddress ALL_NODES = IpAddress.of("ff02::1");
  private static final MacAddress ALL_NODES_MAC = new MacAddress(0x3333_0000_0001L);
  private static final int OVERRIDE = 0x2000_0000;
  private static final int ROUTER = 0x8000_0000;

  private AnnouncementFrame() {}

  /**
   * Writes the frame for {@code address}, in network byte order whatever the buffer's.
   *
   * @param frame from its position on, which is left behind the frame
   */
  static void write(ByteBuffer frame, MacAddress mac, IpAddress address, boolean router) {
    if (address.family() == Family.IPV4) {
      writeArp(frame, mac, address.octets());
    } else {
      writeNeighbourAdvertisement(frame, mac, address, router);
    }
  }

  private static void writeArp(ByteBuffer frame, MacAddress mac, byte[] address) {
    NeighbourFrame.writeRequest(frame, mac, address, MacAddress.BROADCAST, address);
  }

  private static void writeNeighbourAdvertisement(
      ByteBuffer frame, MacAddress mac, IpAddress address, boolean router) {
    NeighbourFrame.Message advertisement =
        new NeighbourFrame.Message(
            NeighbourFrame.ADVERTISEMENT,
            router ? OVERRIDE | ROUTER : OVERRIDE,
            NeighbourFrame.TARGET_LINK_LAYER_ADDRESS);
    NeighbourFrame.write(
        frame,
        new NeighbourFrame.Way(ALL_NODES_MAC, mac, address, ALL_NODES),
        advertisement,
        address.octets());
  }
}
