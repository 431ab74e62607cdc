package dev.vrrpd.netlink.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.lab.Capture;
import dev.vrrpd.netlink.lab.Pair;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.packet.Endpoint.Transport;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdvertisementSocketIT {
  private static final String GROUP4 = "224.0.0.18";
  private static final String GROUP6 = "ff02::12";
  private static final String LINK_LOCAL = "fe80::ff:fe00:a";
  private static final String V3 = "310e9601001943c30a090072";
  private static final String V3_IPV6 = "3135960100643c64fe800000000000000000000000050053";

  private Pair pair;
  private final BlockingQueue<Arrival> heardHere = new LinkedBlockingQueue<>();
  private final BlockingQueue<Arrival> heardThere = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    pair = new Pair();
  }

  @AfterEach
  void close() {
    if (pair != null) {
      pair.close();
    }
  }

  private AdvertisementSocket open(Pair.End end, String address, BlockingQueue<Arrival> heard) {
    var endpoint = new Endpoint(Pair.ETH0, end.linkIndex(), Transport.VRRP, IpAddress.of(address));
    return end.on(() -> new AdvertisementSockets(end.loop()).open(endpoint, heard::add));
  }

  private SendOutcome send(
      AdvertisementSocket socket, String source, String destination, int ttl, String payload) {
    var datagram =
        new OutgoingDatagram(
            IpAddress.of(source), IpAddress.of(destination), ttl, 1, bytes(payload));
    return pair.here().on(() -> socket.send(datagram));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static void assertHeard(
      BlockingQueue<Arrival> heard, String source, String destination, int ttl, String payload)
      throws InterruptedException {
    assertThat(next(heard))
        .hasToString("%s > %s ttl %d %s".formatted(source, destination, ttl, payload));
  }

  /** As the kernel has stamped it. */
  private static Datagram next(BlockingQueue<Arrival> heard) throws InterruptedException {
    Arrival arrival = heard.poll(10, TimeUnit.SECONDS);
    assertThat(arrival).isNotNull();
    assertThat(arrival.waited()).isPositive();
    return arrival.datagram();
  }

  @Test
  void anIpv4AdvertisementIsOctetForOctetKeepalivedsAndIsNotHeardByItsSender()
      throws InterruptedException {
    AdvertisementSocket socket = open(pair.here(), GROUP4, heardHere);
    open(pair.there(), GROUP4, heardThere);
    try (Capture capture = Capture.at(pair.there())) {
      assertThat(send(socket, "10.9.0.1", GROUP4, 255, V3)).isEqualTo(SendOutcome.Sent.SENT);
      assertThat(capture.next(frame -> frame.startsWith("01005e000012")))
          .isEqualTo(
              "01005e00001202000000000a0800" + "45c0002000010000ff70d0900a090001e0000012" + V3);
    }
    assertHeard(heardThere, "10.9.0.1", GROUP4, 255, V3);
    assertThat(heardHere).isEmpty();
  }

  @Test
  void anIpv4AdvertisementToAPeerIsHeardWithItsTtlByTheSocketOfThatAddressAlone()
      throws InterruptedException {
    String _ = pair.there().namespace().ip("addr add 10.9.0.3/24 dev eth0");
    AdvertisementSocket socket = open(pair.here(), "10.9.0.1", heardHere);
    open(pair.there(), "10.9.0.2", heardThere);
    BlockingQueue<Arrival> heardByThree = new LinkedBlockingQueue<>();
    open(pair.there(), "10.9.0.3", heardByThree);
    BlockingQueue<Arrival> heardByGroup = new LinkedBlockingQueue<>();
    open(pair.there(), GROUP4, heardByGroup);
    send(socket, "10.9.0.1", "10.9.0.2", 7, V3);
    send(socket, "10.9.0.1", "10.9.0.3", OutgoingDatagram.DEFAULT_TTL, V3);
    assertHeard(heardThere, "10.9.0.1", "10.9.0.2", 7, V3);
    assertHeard(heardByThree, "10.9.0.1", "10.9.0.3", 255, V3);
    assertThat(heardThere).isEmpty();
    assertThat(heardByThree).isEmpty();
    assertThat(heardByGroup).isEmpty();
  }

  @Test
  void anIpv6AdvertisementGetsItsChecksumFromTheKernel() throws InterruptedException {
    AdvertisementSocket socket = open(pair.here(), GROUP6, heardHere);
    open(pair.there(), GROUP6, heardThere);
    String unsummed = V3_IPV6.replace("00643c64", "00640000");
    try (Capture capture = Capture.at(pair.there())) {
      assertThat(send(socket, LINK_LOCAL, GROUP6, 255, unsummed)).isEqualTo(SendOutcome.Sent.SENT);
      String frame = capture.next(f -> f.startsWith("333300000012") && f.contains("001870ff"));
      assertThat(frame).startsWith("33330000001202000000000a86dd6c0").endsWith(V3_IPV6);
    }
    assertHeard(heardThere, LINK_LOCAL, GROUP6, 255, V3_IPV6);
    assertThat(heardHere).isEmpty();
  }

  @Test
  void anIpv6AdvertisementToAPeerHasTheKernelsHopLimitUnlessToldOtherwise()
      throws InterruptedException {
    AdvertisementSocket socket = open(pair.here(), "fd09::1", heardHere);
    open(pair.there(), "fd09::2", heardThere);
    send(socket, "fd09::1", "fd09::2", OutgoingDatagram.DEFAULT_TTL, V3_IPV6);
    send(socket, "fd09::1", "fd09::2", 255, V3_IPV6);
    Datagram first = next(heardThere);
    assertThat(first.ttl()).isEqualTo(64);
    Datagram second = next(heardThere);
    assertThat(second.ttl()).isEqualTo(255);
  }

  @Test
  void manyDatagramsAtOnceAreAllHeardInOrder() throws InterruptedException {
    AdvertisementSocket socket = open(pair.here(), GROUP4, heardHere);
    open(pair.there(), GROUP4, heardThere);
    for (int i = 0; i < 100; i++) {
      send(socket, "10.9.0.1", GROUP4, 255, "%02x".formatted(i));
    }
    for (int i = 0; i < 100; i++) {
      assertHeard(heardThere, "10.9.0.1", GROUP4, 255, "%02x".formatted(i));
    }
  }

  @Test
  void whatIsForOtherVirtualRoutersDoesNotComeOutOfTheKernel() throws InterruptedException {
    for (String group : List.of(GROUP4, GROUP6)) {
      boolean ipv6 = group.equals(GROUP6);
      AdvertisementSocket socket = open(pair.here(), group, heardHere);
      AdvertisementSocket deaf = open(pair.there(), group, heardThere);
      Boolean _ =
          pair.there()
              .on(() -> {
                deaf.hearOnly(new TreeSet<>(List.of(7, 0x52)));
                return true;
              });
      for (String vrid : List.of("51", "52", "06", "07", "ff")) {
        String payload = "31" + vrid + (ipv6 ? V3_IPV6 : V3).substring(4);
        String source = ipv6 ? LINK_LOCAL : "10.9.0.1";
        assertThat(send(socket, source, group, 255, payload)).isEqualTo(SendOutcome.Sent.SENT);
      }
      for (String vrid : List.of("52", "07")) {
        Datagram datagram = next(heardThere);
        assertThat(datagram.toString()).contains(" 31" + vrid);
      }
      assertThat(heardThere).isEmpty();
    }
  }

  @Test
  void theLargestAdvertisementsArrive() throws InterruptedException {
    AdvertisementSocket ipv4 = open(pair.here(), GROUP4, heardHere);
    AdvertisementSocket ipv6 = open(pair.here(), GROUP6, heardHere);
    open(pair.there(), GROUP4, heardThere);
    open(pair.there(), GROUP6, heardThere);
    send(ipv4, "10.9.0.1", GROUP4, 255, "31".repeat(8 + 255 * 4 + 28));
    Datagram first = next(heardThere);
    assertThat(first.payload()).hasSize(8 + 255 * 4 + 28);
    send(ipv6, LINK_LOCAL, GROUP6, 255, "31".repeat(8 + 255 * 16 + 28));
    Datagram second = next(heardThere);
    assertThat(second.payload()).hasSize(8 + 255 * 16 + 28);
  }

  @Test
  void whatTheKernelWillNotSendIsRefusedByName() {
    AdvertisementSocket ipv4 = open(pair.here(), GROUP4, heardHere);
    String _ = pair.here().namespace().ip("link del eth0");
    assertThat(send(ipv4, "10.9.0.1", GROUP4, 255, V3))
        .isEqualTo(new SendOutcome.Refused(19, "No such device"));
  }

  @Test
  void aLinkThatIsNotThereCannotBeOpened() {
    var endpoint =
        new Endpoint(new InterfaceName("nope0"), 99, Transport.VRRP, IpAddress.of(GROUP4));
    assertThatThrownBy(() ->
            pair.here()
                .on(() ->
                    new AdvertisementSockets(pair.here().loop()).open(endpoint, heardHere::add)))
        .hasCauseInstanceOf(LibcException.class)
        .hasMessageContaining("SO_BINDTODEVICE")
        .hasMessageContaining("No such device");
  }
}
