package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.routing.RoutingKey;
import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.LibcException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hears of links and addresses, and of routes and rules with our mark that are gone. Where the
 * kernel lost notifications, what is known is thrown away and asked for anew: never a guess.
 * Confined to one thread.
 */
public final class NetworkMonitor implements AutoCloseable {
  private static final int GROUPS =
      Rtnetlink.RTMGRP_LINK
          | Rtnetlink.RTMGRP_IPV4_IFADDR
          | Rtnetlink.RTMGRP_IPV6_IFADDR
          | Rtnetlink.RTMGRP_IPV4_ROUTE
          | Rtnetlink.RTMGRP_IPV6_ROUTE
          | Rtnetlink.RTMGRP_IPV4_RULE
          | Rtnetlink.RTMGRP_IPV6_RULE;
  private static final int QUERY_BUFFER = 1 << 18;
  private static final int DUMP_ATTEMPTS = 5;

  // Linked with the class, not when the first address moves.
  private static final Function<Link, KernelEvent> LINK_CHANGED = KernelEvent.LinkChanged::new;
  private static final Function<Link, KernelEvent> LINK_REMOVED = KernelEvent.LinkRemoved::new;
  private static final Function<InterfaceAddress, KernelEvent> ADDRESS_CHANGED =
      KernelEvent.AddressChanged::new;
  private static final Function<InterfaceAddress, KernelEvent> ADDRESS_REMOVED =
      KernelEvent.AddressRemoved::new;
  private static final Function<RoutingKey, KernelEvent> ROUTING_REMOVED =
      KernelEvent.RoutingRemoved::new;

  private final NetlinkSocket notifications;
  private final NetlinkSocket queries;
  private final MessageWriter writer = new MessageWriter(256);
  private int sequence;

  private NetworkMonitor(NetlinkSocket notifications, NetlinkSocket queries) {
    this.notifications = notifications;
    this.queries = queries;
  }

  /**
   * Opens the sockets in the calling thread's network namespace.
   *
   * @param receiveBuffer octets for notifications that wait; one takes about a thousand
   */
  public static NetworkMonitor open(int receiveBuffer) {
    NetlinkSocket notifications = NetlinkSocket.open(GROUPS, receiveBuffer);
    try {
      notifications.filter(NotificationFilter.EVERY_LINK);
      return new NetworkMonitor(notifications, NetlinkSocket.open(0, QUERY_BUFFER));
    } catch (LibcException refused) {
      notifications.close();
      throw refused;
    }
  }

  /** From now on it tells of addresses on these links only. */
  public void attend(Collection<Integer> linkIndexes) {
    notifications.filter(NotificationFilter.of(linkIndexes));
  }

  /** The addresses of one link as they are now. */
  public List<InterfaceAddress> addresses(int linkIndex) {
    List<InterfaceAddress> found = addresses();
    found.removeIf(address -> address.linkIndex() != linkIndex);
    return found;
  }

  private List<InterfaceAddress> addresses() {
    List<InterfaceAddress> addresses = new ArrayList<>();
    dump(
        AddressMessages::writeDump,
        addresses::clear,
        m -> AddressMessages.parse(m).ifPresent(addresses::add));
    return addresses;
  }

  /** Readable when there is something to {@link #drain}. */
  public int fd() {
    return notifications.fd();
  }

  /**
   * Tells what waits.
   *
   * @param limit how many notifications at most
   * @return whether nothing waits any more
   */
  public boolean drain(int limit, Consumer<KernelEvent> events) {
    for (int i = 0; i < limit; i++) {
      int received = notifications.receive(message -> event(message).ifPresent(events));
      if (received == -Errno.EAGAIN) {
        return true;
      }
      if (received < 0 && received != -Errno.EINTR) {
        discard();
        events.accept(new KernelEvent.Resynchronized(snapshot()));
      }
    }
    return false;
  }

  /** What was told before the snapshot is older than it, and has holes. */
  private void discard() {
    int received;
    do {
      received = notifications.receive(message -> {});
    } while (received != -Errno.EAGAIN);
  }

  private static Optional<KernelEvent> event(Message message) {
    return switch (message.type()) {
      case Rtnetlink.RTM_NEWLINK -> LinkMessages.parse(message).map(LINK_CHANGED);
      case Rtnetlink.RTM_DELLINK -> LinkMessages.parse(message).map(LINK_REMOVED);
      case Rtnetlink.RTM_NEWADDR -> AddressMessages.parse(message).map(ADDRESS_CHANGED);
      case Rtnetlink.RTM_DELADDR -> AddressMessages.parse(message).map(ADDRESS_REMOVED);
      case Rtnetlink.RTM_DELROUTE -> RouteMessages.parse(message).map(ROUTING_REMOVED);
      case Rtnetlink.RTM_DELRULE -> RuleMessages.parse(message).map(ROUTING_REMOVED);
      default -> Optional.empty();
    };
  }

  /**
   * Links and addresses as they are now. Notifications that wait, or come meanwhile, may tell what
   * is in it once more.
   */
  public KernelView snapshot() {
    List<Link> links = new ArrayList<>();
    dump(LinkMessages::writeDump, links::clear, m -> LinkMessages.parse(m).ifPresent(links::add));
    return new KernelView(links, addresses());
  }

  /**
   * Tells which of these IPv6 addresses there are. The kernel may notify of a new IPv6 address only
   * some time after it acknowledged it.
   */
  public void ask(List<InterfaceAddress.Key> keys, Consumer<KernelEvent> events) {
    for (InterfaceAddress.Key key : keys) {
      writer.clear();
      AddressMessages.writeGet(writer, ++sequence, key);
      int sent = queries.send(writer);
      if (sent < 0) {
        throw new LibcException("sendmsg", -sent, "NETLINK_ROUTE " + key);
      }
      // Either the address or an error: there is not, and that is told in its own time.
      int _ = queries.receive(message -> event(message).ifPresent(events));
    }
  }

  private interface Request {
    void write(MessageWriter writer, int sequence);
  }

  /** Again, when something changed in the midst of it. */
  private void dump(Request request, Runnable restart, Consumer<Message> visitor) {
    for (int attempt = 0; attempt < DUMP_ATTEMPTS; attempt++) {
      restart.run();
      Dump dump = new Dump(++sequence, visitor);
      writer.clear();
      request.write(writer, sequence);
      int result = queries.send(writer);
      while (result >= 0 && !dump.done) {
        result = queries.receive(dump::message);
      }
      if (result < 0) {
        throw new LibcException("recvmsg", -result, "NETLINK_ROUTE dump");
      }
      if (!dump.interrupted) {
        return;
      }
    }
  }

  private static final class Dump {
    private final int sequence;
    private final Consumer<Message> visitor;
    private boolean done;
    private boolean interrupted;

    Dump(int sequence, Consumer<Message> visitor) {
      this.sequence = sequence;
      this.visitor = visitor;
    }

    void message(Message message) {
      if (message.sequence() != sequence) {
        return;
      }
      interrupted |= message.hasFlag(Rtnetlink.NLM_F_DUMP_INTR);
      switch (message.type()) {
        case Rtnetlink.NLMSG_DONE -> done = true;
        case Rtnetlink.NLMSG_ERROR ->
            throw new LibcException("sendmsg", Answer.parse(message).errno(), "NETLINK_ROUTE dump");
        default -> visitor.accept(message);
      }
    }
  }

  @Override
  public void close() {
    notifications.close();
    queries.close();
  }
}
