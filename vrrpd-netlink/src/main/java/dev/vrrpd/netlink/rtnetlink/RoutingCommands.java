package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.routing.NextHop;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingRule;
import dev.vrrpd.netlink.libc.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Adds and removes routes and rules, one after the other. Confined to one thread at a time. */
public final class RoutingCommands implements AutoCloseable {
  /** Room for some fifty next hops. */
  private static final int LARGEST = 8192;

  private static final int MOST_HOPS = 50;
  private static final int RECEIVE_BUFFER = 1 << 16;

  /** What the kernel does not know at all is not there either. */
  private static final Set<Integer> ABSENT =
      Set.of(Errno.ESRCH, Errno.ENOENT, Errno.ENODEV, Errno.EOPNOTSUPP);

  private final NetlinkSocket socket;
  private final MessageWriter writer = new MessageWriter(LARGEST);
  private int sequence;

  /**
   * What the kernel refused.
   *
   * @param errno errno(3) number
   * @param reason the C library's text and what the kernel added in words
   */
  public record Failure(RoutingEntry entry, int errno, String reason) {}

  private RoutingCommands(NetlinkSocket socket) {
    this.socket = socket;
  }

  /**
   * In the calling thread's network namespace.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such socket
   */
  public static RoutingCommands open() {
    return new RoutingCommands(NetlinkSocket.open(0, RECEIVE_BUFFER));
  }

  /** What is there already is no failure. */
  public List<Failure> add(
      List<RoutingEntry> entries, Function<InterfaceName, OptionalInt> indexes) {
    return carryOut(entries, indexes, true);
  }

  /** What is not there, or whose link is gone, is no failure. */
  public List<Failure> remove(
      List<RoutingEntry> entries, Function<InterfaceName, OptionalInt> indexes) {
    return carryOut(entries, indexes, false);
  }

  private List<Failure> carryOut(
      List<RoutingEntry> entries, Function<InterfaceName, OptionalInt> indexes, boolean adds) {
    List<Failure> failures = new ArrayList<>();
    for (RoutingEntry entry : entries) {
      carryOut(entry, indexes, adds)
          .filter(answer -> !harmless(answer.errno(), adds))
          .ifPresent(answer -> failures.add(new Failure(entry, answer.errno(), answer.reason())));
    }
    return failures;
  }

  private static boolean harmless(int errno, boolean adds) {
    return errno == 0 || (adds ? errno == Errno.EEXIST : ABSENT.contains(errno));
  }

  private Optional<Answer> carryOut(
      RoutingEntry entry, Function<InterfaceName, OptionalInt> indexes, boolean adds) {
    writer.clear();
    sequence++;
    switch (entry) {
      case Route route -> {
        OptionalLong table = table(route);
        boolean whole =
            route.hops().stream()
                .map(NextHop::device)
                .flatMap(Optional::stream)
                .allMatch(name -> indexes.apply(name).isPresent());
        if (!whole || table.isEmpty()) {
          return Optional.of(new Answer(sequence, Errno.ENODEV, ""));
        }
        if (route.hops().size() > MOST_HOPS) {
          return Optional.of(new Answer(sequence, Errno.EINVAL, "more than 50 next hops"));
        }
        RouteMessages messages =
            new RouteMessages(writer, name -> indexes.apply(name).orElseThrow());
        if (adds) {
          messages.writeAdd(sequence, route, table.getAsLong());
        } else {
          messages.writeRemove(sequence, route, table.getAsLong());
        }
      }
      case RoutingRule rule -> {
        if (adds) {
          RuleMessages.writeAdd(writer, sequence, rule);
        } else {
          RuleMessages.writeRemove(writer, sequence, rule);
        }
      }
    }
    return exchange();
  }

  /** Of its VRF, where it names one. */
  private OptionalLong table(Route route) {
    if (route.vrf().isEmpty()) {
      return OptionalLong.of(route.table());
    }
    writer.clear();
    VirtualLinkMessages.writeGet(writer, sequence, route.vrf().get());
    OptionalLong[] table = {OptionalLong.empty()};
    if (socket.send(writer) >= 0) {
      int _ = socket.receive(message -> table[0] = VirtualLinkMessages.vrfTable(message));
    }
    writer.clear();
    sequence++;
    return table[0];
  }

  private Optional<Answer> exchange() {
    writer.acknowledgeLast();
    int result = socket.send(writer);
    Answer[] answer = {null};
    while (result >= 0 && answer[0] == null) {
      result =
          socket.receive(message -> {
            if (message.type() == Rtnetlink.NLMSG_ERROR && message.sequence() == sequence) {
              answer[0] = Answer.parse(message);
            }
          });
      result = result == -Errno.EINTR ? 0 : result;
    }
    return Optional.of(answer[0] == null ? new Answer(sequence, -result, "") : answer[0]);
  }

  @Override
  public void close() {
    socket.close();
  }
}
