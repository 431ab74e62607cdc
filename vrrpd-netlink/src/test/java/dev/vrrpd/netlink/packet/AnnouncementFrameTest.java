package dev.vrrpd.netlink.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Vrid;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Frames as keepalived 2.2.7 sent them. */
class AnnouncementFrameTest {
  static final String GRATUITOUS_ARP =
      "ffffffffffff02000000000a0806"
          + "0001080006040001"
          + "02000000000a0a0900ab"
          + "ffffffffffff0a0900ab";

  static final String NEIGHBOUR_ADVERTISEMENT =
      "33330000000102000000000a86dd"
          + "6000000000203aff"
          + "fd090000000000000000000000000173"
          + "ff020000000000000000000000000001"
          + "8800579c20000000fd090000000000000000000000000173"
          + "020102000000000a";

  private static final MacAddress MAC = new MacAddress(0x0200_0000_000aL);

  private static String frame(MacAddress mac, String address, boolean router) {
    ByteBuffer frame = ByteBuffer.allocate(NeighbourFrame.LONGEST);
    AnnouncementFrame.write(frame, mac, IpAddress.of(address), router);
    return HexFormat.of().formatHex(frame.array(), 0, frame.position());
  }

  @Test
  void aGratuitousArpIsARequestForItsOwnAddress() {
    assertThat(frame(MAC, "10.9.0.171", false)).isEqualTo(GRATUITOUS_ARP);
  }

  @Test
  void theVirtualMacIsBothSourceAndSender() {
    MacAddress virtual = MacAddress.virtualRouter(Family.IPV4, new Vrid(0x33));
    assertThat(frame(virtual, "10.9.0.101", false))
        .isEqualTo(
            "ffffffffffff00005e0001330806"
                + "0001080006040001"
                + "00005e0001330a090065"
                + "ffffffffffff0a090065");
  }

  @Test
  void aNeighbourAdvertisementOverrides() {
    assertThat(frame(MAC, "fd09::173", false)).isEqualTo(NEIGHBOUR_ADVERTISEMENT);
  }

  @Test
  void aRouterSaysSoAndTheChecksumFollows() {
    String router = frame(MAC, "fd09::173", true);
    assertThat(router)
        .isEqualTo(
            NEIGHBOUR_ADVERTISEMENT
                .replace("20000000fd09", "a0000000fd09")
                .replace("8800579c", "8800d79b"));
  }
}
