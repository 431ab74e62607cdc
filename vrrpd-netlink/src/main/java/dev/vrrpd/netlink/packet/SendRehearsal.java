package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;

/** Advertisements that are written in full and handed to a descriptor that there is not. */
final class SendRehearsal {
  private static final int NOWHERE = -1;
  private static final OutgoingDatagram IPV4 = datagram("192.0.2.1", "224.0.0.18");
  private static final OutgoingDatagram IPV6 = datagram("2001:db8::1", "ff02::12");

  private final SendBuffer buffer;

  SendRehearsal(SendBuffer buffer) {
    this.buffer = buffer;
  }

  private static OutgoingDatagram datagram(String source, String destination) {
    return new OutgoingDatagram(
        IpAddress.of(source), IpAddress.of(destination), 255, 0, new byte[40]);
  }

  boolean round() {
    send(IPV4);
    send(IPV6);
    return true;
  }

  private void send(OutgoingDatagram datagram) {
    var endpoint =
        new Endpoint(
            new InterfaceName("nowhere"), 1, Endpoint.Transport.VRRP, datagram.destination());
    int _ = buffer.send(NOWHERE, endpoint, datagram);
  }
}
