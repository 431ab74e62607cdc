package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.packet.Announcement;
import dev.vrrpd.netlink.packet.Announcer;
import dev.vrrpd.netlink.packet.InquirySocket;
import dev.vrrpd.netlink.rtnetlink.AddressCommands;
import dev.vrrpd.netlink.rtnetlink.AddressOperation;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Kind;
import dev.vrrpd.netlink.rtnetlink.NetworkMonitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A takeover and a retreat on a link that there is not, through sockets of its own: the kernel
 * refuses every bit of it. Once played, the code on the way to the kernel is loaded and linked, and
 * after some hundred times compiled. The addresses are those of documentation (RFC 5737, RFC 3849).
 * Confined to its loop.
 */
public final class KernelRehearsal implements AutoCloseable {
  /** The kernel counts its links from one, and has not come that far. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private static final int RECEIVE_BUFFER = 1 << 16;
  private static final int ROUNDS = 5;
  private static final String REQUESTER = "rehearsal";

  private static final List<VirtualAddress> ADDRESSES =
      List.of(VirtualAddress.of("192.0.2.1", 32), VirtualAddress.of("2001:db8::1", 128));

  private static final Link LINK =
      new Link(
          NOWHERE,
          new InterfaceName("nowhere-at-all"),
          true,
          true,
          true,
          false,
          Optional.of(new MacAddress(0)),
          1500,
          OptionalInt.empty(),
          "");

  private final LinuxKernel kernel;
  private final AddressCommands commands = AddressCommands.open();
  private final Announcer announcer;
  private final InquirySocket inquiries = new InquirySocket();
  private final NetworkMonitor monitor = NetworkMonitor.open(RECEIVE_BUFFER);

  /**
   * Opens its sockets.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such sockets
   */
  public KernelRehearsal(EventLoop loop) {
    kernel = LinuxKernel.open(loop, _ -> {});
    announcer = new Announcer(loop);
  }

  /** Once; what the kernel has to answer is heard in a later turn of the loop. */
  public void play() {
    change(Kind.ADD);
    monitor.ask(
        ADDRESSES.stream()
            .skip(1)
            .map(a -> new InterfaceAddress.Key(NOWHERE, a.address(), a.prefixLength()))
            .toList(),
        _ -> {});
    announce();
    ADDRESSES.forEach(this::inquire);
    change(Kind.REMOVE);
    kernel.submit(new KernelRequest.AddAddresses(REQUESTER, LINK.name(), ADDRESSES));
    kernel.submit(new KernelRequest.Announce(REQUESTER, LINK.name(), ADDRESSES, ROUNDS));
    kernel.submit(new KernelRequest.RemoveAddresses(REQUESTER, LINK.name(), ADDRESSES));
  }

  private void change(Kind kind) {
    List<AddressOperation.Failure> _ =
        commands.carryOut(
            ADDRESSES.stream().map(a -> new AddressOperation(kind, NOWHERE, a)).toList());
  }

  /** The kernel refuses at once, so that the burst is over at once. */
  private void announce() {
    boolean _ =
        announcer.announce(
            ADDRESSES.stream().map(a -> new Announcement(LINK, a, false)).toList(),
            ROUNDS,
            _ -> {},
            () -> {});
  }

  private void inquire(VirtualAddress virtual) {
    IpAddress address = virtual.address();
    inquiries.ask(LINK, address, address);
    kernel.submit(new KernelRequest.Inquire(REQUESTER, LINK.name(), address, address));
  }

  @Override
  public void close() {
    kernel.close();
    commands.close();
    announcer.close();
    inquiries.close();
    monitor.close();
  }
}
