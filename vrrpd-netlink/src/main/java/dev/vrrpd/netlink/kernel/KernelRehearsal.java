package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.Kernel;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.packet.Announcement;
import dev.vrrpd.netlink.packet.Announcer;
import dev.vrrpd.netlink.rtnetlink.AddressCommands;
import dev.vrrpd.netlink.rtnetlink.AddressOperation;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Kind;
import dev.vrrpd.netlink.rtnetlink.NetworkMonitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A takeover and a retreat on a link that there is not: the kernel refuses every bit of it. The
 * addresses are those of documentation (RFC 5737, RFC 3849).
 */
final class KernelRehearsal {
  /** The kernel counts its links from one, and has not come that far. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  /** No instance's name: it has a blank in front. */
  private static final String REQUESTER = " rehearsal";

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

  private final AddressCommands commands;
  private final Announcer announcer;
  private final NetworkMonitor monitor;

  KernelRehearsal(AddressCommands commands, Announcer announcer, NetworkMonitor monitor) {
    this.commands = commands;
    this.announcer = announcer;
    this.monitor = monitor;
  }

  /** What is asked in the name of a rehearsal; its answers are nobody's. */
  static boolean owns(KernelRequest request) {
    return request.requester().equals(REQUESTER);
  }

  /** The same once more by the front door, where it is refused early. */
  static void submitTo(Kernel kernel) {
    kernel.submit(new KernelRequest.AddAddresses(REQUESTER, LINK.name(), ADDRESSES));
    kernel.submit(new KernelRequest.Announce(REQUESTER, LINK.name(), ADDRESSES, 5));
    kernel.submit(new KernelRequest.RemoveAddresses(REQUESTER, LINK.name(), ADDRESSES));
  }

  /** The announcer must be idle. */
  void round() {
    change(Kind.ADD);
    monitor.ask(
        ADDRESSES.stream()
            .skip(1)
            .map(a -> new InterfaceAddress.Key(NOWHERE, a.address(), a.prefixLength()))
            .toList(),
        _ -> {});
    announce();
    change(Kind.REMOVE);
  }

  private void change(Kind kind) {
    List<AddressOperation.Failure> _ =
        commands.carryOut(
            ADDRESSES.stream().map(a -> new AddressOperation(kind, NOWHERE, a)).toList());
  }

  private void announce() {
    boolean _ =
        announcer.announce(
            ADDRESSES.stream().map(a -> new Announcement(LINK, a, false)).toList(),
            5,
            _ -> {},
            () -> {});
  }
}
