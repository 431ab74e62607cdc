package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.netlink.loop.EventLoop;
import java.util.function.Consumer;

/** Opens {@link AdvertisementSocket}s that share one set of buffers. Confined to the loop. */
@SuppressWarnings("DoNotCallSuggester")
public final class AdvertisementSockets {

  public AdvertisementSockets(EventLoop loop) {}

  /**
   * Opens the endpoint.
   *
   * @param receiver hears each datagram, on the loop
   * @throws dev.vrrpd.netlink.libc.LibcException when the kernel refuses (no permission, no such
   *     link)
   */
  public AdvertisementSocket open(Endpoint endpoint, Consumer<Datagram> receiver) {
    throw new UnsupportedOperationException();
  }
}
