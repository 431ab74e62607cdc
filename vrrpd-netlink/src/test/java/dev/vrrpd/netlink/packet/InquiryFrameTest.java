package dev.vrrpd.netlink.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Frames as {@code arping -D} and the Linux kernel send them. */
class InquiryFrameTest {
  private static final MacAddress MAC = new MacAddress(0x0200_0000_000aL);

  private static String frame(String source, String address) {
    ByteBuffer frame = ByteBuffer.allocate(NeighbourFrame.LONGEST);
    InquiryFrame.write(frame, MAC, IpAddress.of(source), IpAddress.of(address));
    return HexFormat.of().formatHex(frame.array(), 0, frame.position());
  }

  @Test
  void anArpProbeComesFromNobodysAddressSoThatNobodyRemembersIt() {
    assertThat(frame("0.0.0.0", "10.9.0.171"))
        .isEqualTo(
            "ffffffffffff02000000000a0806"
                + "0001080006040001"
                + "02000000000a00000000"
                + "0000000000000a0900ab");
  }

  @Test
  void aNeighbourSolicitationGoesToTheGroupOfTheAddressAndSaysWhereToAnswer() {
    assertThat(frame("fe80::ff:fe00:a", "fd09::12:3456"))
        .isEqualTo(
            "3333ff12345602000000000a86dd"
                + "6000000000203aff"
                + "fe80000000000000000000fffe00000a"
                + "ff0200000000000000000001ff123456"
                + "8700143000000000"
                + "fd090000000000000000000000123456"
                + "010102000000000a");
  }
}
