package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Registration;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Hears on one link who says that some addresses are its own: by ARP (RFC 5227 section 2.4), or by
 * neighbour advertisement (RFC 4861 section 7.2.6). What this host sends itself is not heard; what
 * concerns other addresses is thrown away by the kernel. Confined to the loop.
 */
public final class ClaimSocket implements AutoCloseable {
  private static final int LONGEST = 256;

  /** For one turn of the loop: whoever floods the link must not hold up the timers. */
  private static final int AT_ONCE = 32;

  private static final int SOURCE = 6;
  private static final int ARP_OPERATION = 20;
  private static final int ARP_REPLY = 2;
  private static final int ARP_SENDER = 28;
  private static final int ARP_TARGET = 38;
  private static final int ARP_LENGTH = 42;
  private static final int FLAGS = 58;
  private static final int SOLICITED = 0x40;
  private static final int TARGET = 62;
  private static final int ADVERTISEMENT_LENGTH = 78;

  private final int fd;
  private final Family family;
  private final NativeMemory buffer = NativeMemory.allocate(LONGEST);
  private final Registration registration;
  private final Consumer<Claim> claimed;

  /**
   * Somebody says that an address is its own.
   *
   * @param mac where the frame came from
   * @param answer it was asked for, and told this host alone
   */
  public record Claim(IpAddress address, MacAddress mac, boolean answer) {}

  private ClaimSocket(EventLoop loop, int fd, Family family, Consumer<Claim> claimed) {
    this.fd = fd;
    this.family = family;
    this.claimed = claimed;
    this.registration = loop.register(fd, this::ready);
  }

  /**
   * On the loop.
   *
   * @param addresses all of this family
   * @throws LibcException when there can be no such socket
   */
  public static ClaimSocket open(
      EventLoop loop,
      int linkIndex,
      Family family,
      Collection<IpAddress> addresses,
      Consumer<Claim> claimed) {
    int type = Libc.SOCK_RAW | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK;
    int fd = Libc.check("socket", Libc.socket(Libc.AF_PACKET, type, 0), "AF_PACKET");
    try {
      Libc.check("setsockopt", ClaimFilter.of(family, addresses).attach(fd), "SO_ATTACH_FILTER");
      Libc.check("bind", Libc.bind(fd, place(linkIndex, family)), "AF_PACKET", linkIndex);
      return new ClaimSocket(loop, fd, family, claimed);
    } catch (LibcException refused) {
      Libc.close(fd);
      throw refused;
    }
  }

  /** struct sockaddr_ll. */
  private static NativeMemory place(int linkIndex, Family family) {
    int type = family == Family.IPV4 ? NeighbourFrame.ETHERTYPE_ARP : NeighbourFrame.ETHERTYPE_IPV6;
    NativeMemory address = NativeMemory.allocate(20);
    address
        .octets()
        .putShort(0, (short) Libc.AF_PACKET)
        .putShort(2, Short.reverseBytes((short) type))
        .putInt(4, linkIndex);
    return address;
  }

  private void ready() {
    for (int i = 0; i < AT_ONCE; i++) {
      int length = Libc.read(fd, buffer);
      if (length <= 0) {
        return;
      }
      claim(buffer.octets().duplicate().order(ByteOrder.BIG_ENDIAN), length);
    }
  }

  private void claim(ByteBuffer frame, int length) {
    boolean arp = family == Family.IPV4;
    if (length < (arp ? ARP_LENGTH : ADVERTISEMENT_LENGTH)) {
      return;
    }
    byte[] address = new byte[family.addressOctets()];
    frame.get(arp ? ARP_SENDER : TARGET, address);
    long mac =
        ((frame.getInt(SOURCE) & 0xffff_ffffL) << 16) | (frame.getShort(SOURCE + 4) & 0xffffL);
    claimed.accept(
        new Claim(
            IpAddress.of(address),
            new MacAddress(mac),
            arp ? answersProbe(frame) : answersSolicitation(frame)));
  }

  /** To nobody's address, which no other reply goes to. */
  private static boolean answersProbe(ByteBuffer frame) {
    return frame.getShort(ARP_OPERATION) == ARP_REPLY && frame.getInt(ARP_TARGET) == 0;
  }

  private static boolean answersSolicitation(ByteBuffer frame) {
    return (frame.get(FLAGS) & SOLICITED) != 0;
  }

  @Override
  public void close() {
    registration.close();
    Libc.close(fd);
  }
}
