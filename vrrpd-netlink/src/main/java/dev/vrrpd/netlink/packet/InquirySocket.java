package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.netlink.libc.Libc;

/**
 * Asks neighbours who has an address, through a packet(7) socket that hears nothing. A frame that
 * cannot be sent now is left out. Confined to the loop.
 */
public final class InquirySocket implements AutoCloseable {
  private final int fd;
  private final FrameBatch batch = new FrameBatch();

  /**
   * In the calling thread's network namespace.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such socket
   */
  public InquirySocket() {
    int type = Libc.SOCK_RAW | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    this.fd = Libc.check("socket", Libc.socket(Libc.AF_PACKET, type, 0), "AF_PACKET");
  }

  /** Once, from the link's own MAC address; nothing on links without one. */
  public void ask(Link link, IpAddress source, IpAddress address) {
    link.mac()
        .ifPresent(mac -> {
          batch.clear();
          batch.add(
              link.index(), address, frame -> InquiryFrame.write(frame, mac, source, address));
          int _ = batch.send(fd, 0);
        });
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
