package dev.vrrpd.netlink.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Octets as a little-endian kernel writes and reads them. */
class MessagesTest {
  private final MessageWriter writer = new MessageWriter(1024);

  @BeforeEach
  void littleEndianOnly() {
    Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
  }

  private static List<Message> messages(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    List<Message> messages = new ArrayList<>();
    Message.forEach(
        ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder()), octets.length, messages::add);
    return messages;
  }

  private String written() {
    byte[] octets = new byte[writer.length()];
    writer.memory().octets().get(0, octets);
    return HexFormat.of().formatHex(octets);
  }

  @Test
  void anIpv4AddressIsAskedForWithLocalAddressFlagsAndOrigin() {
    AddressMessages.writeAdd(writer, 7, 3, VirtualAddress.of("10.9.0.81", 24));
    assertThat(written())
        .isEqualTo(
            "38000000"
                + "1400"
                + "0106"
                + "07000000"
                + "00000000"
                + "02"
                + "18"
                + "00"
                + "00"
                + "03000000"
                + "0800"
                + "0200"
                + "0a090051"
                + "0800"
                + "0100"
                + "0a090051"
                + "0800"
                + "0800"
                + "00000000"
                + "0500"
                + "0b00"
                + "12000000");
  }

  @Test
  void anIpv6HostAddressIsAskedForWithoutDetectionAndDeprecated() {
    AddressMessages.writeAdd(writer, 7, 3, VirtualAddress.of("fd09::81", 128));
    assertThat(written())
        .isEqualTo(
            "64000000"
                + "1400"
                + "0106"
                + "07000000"
                + "00000000"
                + "0a"
                + "80"
                + "00"
                + "00"
                + "03000000"
                + "1400"
                + "0200"
                + "fd090000000000000000000000000081"
                + "1400"
                + "0100"
                + "fd090000000000000000000000000081"
                + "0800"
                + "0800"
                + "02000000"
                + "1400"
                + "0600"
                + "00000000"
                + "ffffffff"
                + "00000000"
                + "00000000"
                + "0500"
                + "0b00"
                + "12000000");
  }

  @Test
  void onlyTheLastMessageOfABatchAsksForAnAnswer() {
    AddressMessages.writeRemove(writer, 1, 3, VirtualAddress.of("10.9.0.81", 24));
    AddressMessages.writeRemove(writer, 2, 3, VirtualAddress.of("10.9.0.82", 24));
    writer.acknowledgeLast();
    assertThat(messages(written())).extracting(Message::flags).containsExactly(0x1, 0x5);
    assertThat(messages(written())).extracting(Message::sequence).containsExactly(1, 2);
  }

  @Test
  void anAddressWithAPeerIsKnownByItsLocalAddress() {
    Message message =
        messages(
                "30000000 1400 0000 00000000 00000000"
                    + "02 20 80 00 03000000"
                    + "0800 0100 0a4f0058"
                    + "0800 0200 0a090057"
                    + "0800 0800 80020000")
            .getFirst();
    assertThat(AddressMessages.parse(message))
        .contains(new InterfaceAddress(3, IpAddress.of("10.9.0.87"), 32, 0, 0x280, 0));
  }

  @Test
  void aVethsOtherEndIsNoParentAndAPortThatLeavesItsBridgeIsNoLinkThatGoes() {
    String attributes =
        "0900 0300 65746830 00000000"
            + "0a00 0100 02000000000a 0000"
            + "0800 0400 dc050000"
            + "0800 0500 09000000"
            + "1000 1200 0900 0100 76657468 00000000";
    String link = "58000000 1000 0000 00000000 00000000 %s 00 0100 02000000 43100100 00000000";
    assertThat(LinkMessages.parse(messages(link.formatted("00") + attributes).getFirst()))
        .contains(
            new Link(
                2,
                new InterfaceName("eth0"),
                true,
                true,
                true,
                false,
                Optional.of(new MacAddress(0x0200_0000_000aL)),
                1500,
                OptionalInt.empty(),
                "veth"));
    assertThat(LinkMessages.parse(messages(link.formatted("07") + attributes).getFirst()))
        .isEmpty();
  }

  @Test
  void aRefusalCarriesTheKernelsOwnWords() {
    Message capped =
        messages(
                "34000000 0200 0003 07000000 00000000"
                    + "eaffffff 38000000 1400 0506 07000000 00000000"
                    + "1000 0100 62616420 73636f70 65000000")
            .getFirst();
    Answer answer = Answer.parse(capped);
    assertThat(answer.sequence()).isEqualTo(7);
    assertThat(answer.errno()).isEqualTo(22);
    assertThat(answer.reason()).isEqualTo("Invalid argument: bad scope");
  }

  @Test
  void whatIsCutShortIsNotRead() {
    assertThat(messages("40000000 1400 0000 00000000 00000000 0218")).isEmpty();
    assertThat(messages("10000000 0300")).isEmpty();
    assertThat(
            AddressMessages.parse(
                messages("14000000 1400 0000 00000000 00000000 02180000").getFirst()))
        .isEmpty();
  }
}
