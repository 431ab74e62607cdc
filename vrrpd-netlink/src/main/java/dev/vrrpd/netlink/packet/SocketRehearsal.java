package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;

/**
 * Advertisements that are written in full and handed to a descriptor that there is not, and heard
 * from room that nobody wrote: once played, the code between a raw socket and the router is loaded
 * and linked, and after some hundred times compiled. Confined to one thread.
 */
public final class SocketRehearsal {
  private static final int NOWHERE = -1;
  private static final OutgoingDatagram IPV4 = datagram("192.0.2.1", "224.0.0.18");
  private static final OutgoingDatagram IPV6 = datagram("2001:db8::1", "ff02::12");

  private final SendBuffer sent = new SendBuffer();
  private final ReceiveBatch received = new ReceiveBatch();

  private static OutgoingDatagram datagram(String source, String destination) {
    return new OutgoingDatagram(
        IpAddress.of(source), IpAddress.of(destination), 255, 0, new byte[40]);
  }

  /** Once each way and family. */
  public void play() {
    send(IPV4);
    send(IPV6);
    for (Family family : Family.values()) {
      var _ = received.receive(NOWHERE, family);
      var _ = received.datagrams(1, family);
    }
  }

  private void send(OutgoingDatagram datagram) {
    var endpoint =
        new Endpoint(
            new InterfaceName("nowhere"), 1, Endpoint.Transport.VRRP, datagram.destination());
    int _ = sent.send(NOWHERE, endpoint, datagram);
  }
}
