package dev.vrrpd.netlink.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.Encapsulation;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Octets of lightweight tunnels, which many kernels do not have: linux/lwtunnel.h. */
class EncapsulationMessagesTest {
  private static String octets(Encapsulation tunnel) {
    MessageWriter writer = new MessageWriter(256);
    writer.message(0, 0, 0);
    int start = writer.position();
    EncapsulationMessages.write(writer, tunnel);
    byte[] written = new byte[writer.position() - start];
    writer.memory().octets().get(start, written);
    return HexFormat.of().formatHex(written);
  }

  @Test
  void anIpTunnelHasItsIdAndFlagsInNetworkOrder() {
    var tunnel =
        new Encapsulation.Ip(
            4,
            OptionalLong.of(5),
            Optional.of(IpAddress.of("1.2.3.4")),
            Optional.of(IpAddress.of("5.6.7.8")),
            OptionalInt.of(9),
            OptionalInt.of(10),
            OptionalInt.of(0x0102));
    assertThat(EncapsulationMessages.type(tunnel)).containsExactly(2, 0);
    assertThat(octets(tunnel))
        .isEqualTo(
            "0c000100"
                + "0000000000000005" // id
                + "08000200"
                + "01020304" // destination
                + "08000300"
                + "05060708" // source
                + "05000400"
                + "0a000000" // time to live
                + "05000500"
                + "09000000" // type of service
                + "06000600"
                + "01020000"); // flags
  }

  @Test
  void labelsAreAStackWhoseLastOneSaysSo() {
    var tunnel = new Encapsulation.Mpls(List.of(100, 200));
    assertThat(EncapsulationMessages.type(tunnel)).containsExactly(1, 0);
    assertThat(octets(tunnel)).isEqualTo("0c000100" + "00064000" + "000c8100");
  }

  @Test
  void aLocatorHasSixtyFourBits() {
    var tunnel = new Encapsulation.Ila(0x0001_0020_0300_4000L);
    assertThat(EncapsulationMessages.type(tunnel)).containsExactly(3, 0);
    assertThat(octets(tunnel)).isEqualTo("0c000100" + "0001002003004000");
  }

  @Test
  void ipv6HasATypeOfItsOwn() {
    var tunnel =
        new Encapsulation.Ip(
            6,
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.of(60),
            OptionalInt.empty());
    assertThat(EncapsulationMessages.type(tunnel)).containsExactly(4, 0);
    assertThat(octets(tunnel)).isEqualTo("05000400" + "3c000000");
  }
}
