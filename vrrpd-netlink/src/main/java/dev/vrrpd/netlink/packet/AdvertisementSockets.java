package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.loop.EventLoop;
import java.util.function.Consumer;

/** Opens {@link AdvertisementSocket}s that share one set of buffers. Confined to the loop. */
public final class AdvertisementSockets {
  private final EventLoop loop;
  private final ReceiveBatch received = new ReceiveBatch();
  private final SendBuffer sent = new SendBuffer();

  /** On the loop. */
  public AdvertisementSockets(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * Opens the endpoint in the loop's network namespace.
   *
   * @param receiver hears each datagram, on the loop
   * @throws LibcException when the kernel refuses (no permission, no such link)
   */
  public AdvertisementSocket open(Endpoint endpoint, Consumer<Arrival> receiver) {
    int domain = endpoint.family() == Family.IPV4 ? Libc.AF_INET : Libc.AF_INET6;
    int type = Libc.SOCK_RAW | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    int protocol = endpoint.transport().protocol();
    int fd = Libc.check("socket", Libc.socket(domain, type, protocol), domain, type, protocol);
    try {
      SocketOptions.apply(fd, endpoint);
    } catch (LibcException refused) {
      Libc.close(fd);
      throw refused;
    }
    // What came between socket(2) and bind(2) was meant for anybody.
    received.discard(fd);
    return new RawSocket(loop, fd, endpoint, received, sent, receiver);
  }
}
