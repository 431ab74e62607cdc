package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.NotifyConfig;
import dev.vrrpd.core.config.Placement;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.Upkeep;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.packet.AdvertisementSocket;
import dev.vrrpd.netlink.packet.Arrival;
import dev.vrrpd.netlink.packet.Endpoint;
import dev.vrrpd.netlink.packet.OutgoingDatagram;
import dev.vrrpd.netlink.packet.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class AdvertisementPortsTest {
  private static final InterfaceName ETH0 = new InterfaceName("eth0");
  private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
  private static final IpAddress OURS = IpAddress.of("10.9.0.1");
  private static final IpAddress PEER = IpAddress.of("10.9.0.2");
  private static final Transport MULTICAST = new Transport.Multicast(GROUP, Optional.empty());
  private static final Transport UNICAST =
      new Transport.Unicast(
          List.of(
              new Transport.Peer(PEER, 0, 255),
              new Transport.Peer(IpAddress.of("10.9.0.3"), 0, 255)),
          Optional.empty(),
          OptionalInt.empty(),
          false);

  private final Map<Endpoint, FakeSocket> open = new LinkedHashMap<>();
  private final List<Input> inputs = new ArrayList<>();
  private final AdvertisementPorts ports =
      new AdvertisementPorts(this::open, (input, _) -> inputs.add(input), NOPLogger.NOP_LOGGER);
  private boolean refusing;

  private final class FakeSocket implements AdvertisementSocket {
    @Override
    public void hearOnly(SortedSet<Integer> vrids) {}

    private final Endpoint endpoint;
    private final Consumer<Arrival> receiver;
    private final List<OutgoingDatagram> sent = new ArrayList<>();

    FakeSocket(Endpoint endpoint, Consumer<Arrival> receiver) {
      this.endpoint = endpoint;
      this.receiver = receiver;
    }

    @Override
    public Endpoint endpoint() {
      return endpoint;
    }

    @Override
    public SendOutcome send(OutgoingDatagram datagram) {
      if (refusing) {
        return new SendOutcome.Refused(100, "Network is down");
      }
      sent.add(datagram);
      return SendOutcome.Sent.SENT;
    }

    @Override
    public void drain() {
      receiver.accept(new Arrival(new Datagram(PEER, GROUP, 255, new byte[0]), Duration.ZERO));
    }

    @Override
    public void close() {
      open.remove(endpoint);
    }
  }

  private AdvertisementSocket open(Endpoint endpoint, Consumer<Arrival> receiver) {
    if (refusing) {
      throw new LibcException("socket", 1, "");
    }
    FakeSocket socket = new FakeSocket(endpoint, receiver);
    open.put(endpoint, socket);
    return socket;
  }

  @Test
  void instancesOnOneLinkShareASocket() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST), instance("b", 2, MULTICAST)));
    assertThat(open.keySet())
        .containsExactly(new Endpoint(ETH0, 2, Endpoint.Transport.VRRP, GROUP));
  }

  @Test
  void anAdvertisementGoesToTheGroupFromTheLinksPrimaryAddress() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST)));
    ports.transmit(advertisement("a", 1), inputs::add);
    OutgoingDatagram sent = open.values().iterator().next().sent.getFirst();
    assertThat(sent.source()).isEqualTo(OURS);
    assertThat(sent.destination()).isEqualTo(GROUP);
    assertThat(sent.ttl()).isEqualTo(255);
    assertThat(sent.identification()).isEqualTo(1);
    assertThat(inputs).isEmpty();
  }

  @Test
  void aUnicastInstanceListensOnItsOwnAddressAndSendsToEveryPeer() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, UNICAST)));
    assertThat(open.keySet()).extracting(Endpoint::address).containsExactly(OURS);
    ports.transmit(advertisement("a", 1), inputs::add);
    assertThat(open.values().iterator().next().sent)
        .extracting(OutgoingDatagram::destination)
        .containsExactly(PEER, IpAddress.of("10.9.0.3"));
  }

  @Test
  void aLinkThatIsMadeAgainGetsANewSocket() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST)));
    ports.told(new KernelEvent.LinkRemoved(link(2)));
    assertThat(open).isEmpty();
    ports.transmit(advertisement("a", 1), inputs::add);
    assertThat(inputs).containsExactly(new Input.SendFailed("a", 19, "No such device"));
    ports.told(new KernelEvent.LinkChanged(link(7)));
    assertThat(open.keySet()).extracting(Endpoint::linkIndex).containsExactly(7);
  }

  @Test
  void aSocketRefusedIsTriedAgainWithTheNextNewsOfLinks() {
    refusing = true;
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST)));
    assertThat(open).isEmpty();
    refusing = false;
    ports.told(new KernelEvent.LinkChanged(link(2)));
    assertThat(open).hasSize(1);
  }

  @Test
  void aRefusalToSendIsToldOnceForAllPeers() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, UNICAST)));
    refusing = true;
    ports.transmit(advertisement("a", 1), inputs::add);
    assertThat(inputs).containsExactly(new Input.SendFailed("a", 100, "Network is down"));
  }

  @Test
  void thatNothingLeavesByALinkThatIsDownIsNoNews() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST)));
    Link up = link(2);
    ports.told(
        new KernelEvent.LinkChanged(
            new Link(2, ETH0, false, false, true, false, up.mac(), 1500, up.parent(), "veth")));
    refusing = true;
    ports.transmit(advertisement("a", 1), inputs::add);
    assertThat(inputs).isEmpty();
  }

  @Test
  void anInstanceThatGoesCanStillSayFarewellUntilTheChangeIsSettled() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST)));
    ports.use(config());
    ports.transmit(advertisement("a", 1), inputs::add);
    assertThat(inputs).isEmpty();
    ports.settle(config());
    assertThat(open).isEmpty();
  }

  @Test
  void whatIsHeardSaysWhereAndHow() {
    ports.told(picture(2));
    ports.use(config(instance("a", 1, MULTICAST)));
    ports.drain();
    assertThat(inputs)
        .singleElement()
        .isInstanceOfSatisfying(
            Input.Heard.class,
            heard -> {
              assertThat(heard.link()).isEqualTo(ETH0);
              assertThat(heard.unicast()).isFalse();
            });
  }

  private static KernelEvent picture(int index) {
    return new KernelEvent.Resynchronized(
        new KernelView(
            List.of(link(index)), List.of(new InterfaceAddress(index, OURS, 24, 0, 0x80, 0))));
  }

  private static Link link(int index) {
    return new Link(
        index, ETH0, true, true, true, false, Optional.empty(), 1500, OptionalInt.empty(), "veth");
  }

  private static Output.Transmit advertisement(String instance, int vrid) {
    return new Output.Transmit(
        instance,
        new Advertisement(
            Version.V2, new Vrid(vrid), new Priority(100), Centiseconds.ONE_SECOND, List.of()),
        0);
  }

  @Test
  void withoutAnInterfaceOneSocketHearsOnAllAndNobodySpeaksToItself() {
    ports.told(picture(2));
    Transport toAll =
        new Transport.Unicast(
            List.of(new Transport.Peer(OURS, 0, 255), new Transport.Peer(PEER, 0, 255)),
            Optional.of(OURS),
            OptionalInt.empty(),
            false);
    ports.use(config(instance("a", InterfaceName.NONE, 1, toAll)));
    assertThat(open.keySet()).containsExactly(Endpoint.anywhere(Endpoint.Transport.VRRP, OURS));
    ports.transmit(advertisement("a", 1), inputs::add);
    assertThat(open.values().iterator().next().sent)
        .extracting(OutgoingDatagram::destination)
        .containsExactly(PEER);
    assertThat(inputs).isEmpty();
  }

  private static DaemonConfig config(InstanceConfig... instances) {
    return new DaemonConfig(GlobalConfig.STANDARD, List.of(), List.of(instances), List.of());
  }

  private static InstanceConfig instance(String name, int vrid, Transport transport) {
    return instance(name, ETH0, vrid, transport);
  }

  private static InstanceConfig instance(
      String name, InterfaceName link, int vrid, Transport transport) {
    IpAddress virtual = IpAddress.of("10.9.0.100");
    VirtualRouterParameters parameters =
        new VirtualRouterParameters(
            new Vrid(vrid),
            Version.V2,
            Family.IPV4,
            new Priority(100),
            false,
            Centiseconds.ONE_SECOND,
            List.of(virtual),
            true,
            Duration.ZERO,
            true,
            3,
            true,
            false,
            true,
            true,
            Optional.empty(),
            Authentication.NONE,
            ChecksumRule.WITH_PSEUDO_HEADER);
    return new InstanceConfig(
        name,
        link,
        parameters,
        List.of(VirtualAddress.of("10.9.0.100", 32)),
        List.of(),
        transport,
        new AnnouncementConfig(
            Duration.ofSeconds(5), 5, Duration.ZERO, 1, Duration.ofSeconds(5), 5),
        TrackedObjects.NONE,
        true,
        NotifyConfig.NONE,
        Placement.PLAIN,
        Upkeep.STANDARD);
  }
}
