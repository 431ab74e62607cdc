package dev.vrrpd.demo;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import dev.vrrpd.netlink.packet.AdvertisementSocket;
import dev.vrrpd.netlink.packet.AdvertisementSockets;
import dev.vrrpd.netlink.packet.Endpoint;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** Listens at the switch and writes down every advertisement it hears. */
final class Wire implements AutoCloseable {
  private static final IpAddress GROUP = IpAddress.of("224.0.0.18");

  private final Recording recording;
  private final List<DemoRouter> routers;
  private final EventLoop loop;

  private Wire(Recording recording, List<DemoRouter> routers, EventLoop loop) {
    this.recording = recording;
    this.routers = routers;
    this.loop = loop;
  }

  static Wire listen(Recording recording, List<DemoRouter> routers) {
    EventLoop loop =
        EventLoop.start(
            "demo-wire",
            Scheduling.NORMAL,
            defect -> {
              throw new AssertionError(defect);
            });
    Wire wire = new Wire(recording, routers, loop);
    loop.execute(wire::open);
    return wire;
  }

  private void open() {
    Endpoint bridge =
        new Endpoint(new InterfaceName(Lan.BRIDGE), bridgeIndex(), Endpoint.Transport.VRRP, GROUP);
    AdvertisementSocket _ =
        new AdvertisementSockets(loop).open(bridge, arrival -> heard(arrival.datagram()));
  }

  private static int bridgeIndex() {
    try {
      return NetworkInterface.getByName(Lan.BRIDGE).getIndex();
    } catch (SocketException unreadable) {
      throw new DemoException("cannot look at the bridge: " + unreadable.getMessage());
    }
  }

  private void heard(Datagram datagram) {
    String source = datagram.source().toString();
    int priority = datagram.payload()[2] & 0xff; // RFC 9568 section 5.2.4
    routers.stream()
        .filter(router -> router.address().equals(source))
        .forEach(
            router -> recording.add(new Sighting.Advert(recording.now(), router.name(), priority)));
  }

  @Override
  public void close() {
    loop.close();
  }
}
