package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;

/**
 * Advertisements that are written in full and refused, by sockets that do not know their kind of
 * address, and heard from room that nobody wrote: once played, the code between a raw socket and
 * the router is loaded and linked, and after some hundred times compiled. Confined to its loop.
 */
public final class SocketRehearsal implements AutoCloseable {
  private static final OutgoingDatagram IPV4 = datagram("192.0.2.1", "224.0.0.18");
  private static final OutgoingDatagram IPV6 = datagram("2001:db8::1", "ff02::12");

  private final SendBuffer sent = new SendBuffer();
  private final ReceiveBatch received = new ReceiveBatch();
  private final RawSocket ipv4;
  private final RawSocket ipv6;

  /**
   * Opens its sockets.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such sockets
   */
  public SocketRehearsal(EventLoop loop) {
    ipv4 = open(loop, IPV4);
    ipv6 = open(loop, IPV6);
  }

  private RawSocket open(EventLoop loop, OutgoingDatagram datagram) {
    int type = Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    int fd = Libc.check("socket", Libc.socket(Libc.AF_UNIX, type, 0), "AF_UNIX");
    var endpoint =
        new Endpoint(
            new InterfaceName("nowhere"), 1, Endpoint.Transport.VRRP, datagram.destination());
    return new RawSocket(loop, fd, endpoint, received, sent, _ -> {});
  }

  private static OutgoingDatagram datagram(String source, String destination) {
    return new OutgoingDatagram(
        IpAddress.of(source), IpAddress.of(destination), 255, 0, new byte[40]);
  }

  /** Once each way and family. */
  public void play() {
    play(ipv4, IPV4);
    play(ipv6, IPV6);
  }

  private void play(RawSocket socket, OutgoingDatagram datagram) {
    socket.drain();
    SendOutcome _ = socket.send(datagram);
    var _ = received.arrivals(1, datagram.destination().family());
  }

  @Override
  public void close() {
    ipv4.close();
    ipv6.close();
  }
}
