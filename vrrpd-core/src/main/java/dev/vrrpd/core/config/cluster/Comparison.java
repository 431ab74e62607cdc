package dev.vrrpd.core.config.cluster;

import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the routers of one virtual router must have in common, and what they must not. */
final class Comparison {
  private final Diagnostics diagnostics;

  Comparison(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void compare(Member first, Member other) {
    VirtualRouterParameters a = first.instance().parameters();
    VirtualRouterParameters b = other.instance().parameters();
    differ(a.version(), b.version(), Code.CLUSTER_VERSION, "version", first, other);
    if (a.version() == Version.V2) {
      differ(
          a.advertisementInterval(),
          b.advertisementInterval(),
          Code.CLUSTER_INTERVAL,
          "advert_int",
          first,
          other);
    }
    if (!a.authentication().equals(b.authentication())) {
      report(
          Code.CLUSTER_AUTHENTICATION,
          other,
          "authentication",
          "the authentication is not that of %s".formatted(first.node()));
    }
    addresses(first, other);
    transport(first, other);
    differ(!a.preemptMode(), !b.preemptMode(), Code.CLUSTER_PREEMPT, "nopreempt", first, other);
  }

  private <T> void differ(T a, T b, Code code, String keyword, Member first, Member other) {
    if (!a.equals(b)) {
      report(
          code,
          other,
          keyword,
          "%s: %s here, %s on %s".formatted(keyword, said(b), said(a), first.node()));
    }
  }

  private static String said(Object value) {
    return switch (value) {
      case Version version -> Integer.toString(version.number());
      case Boolean set -> set ? "set" : "not set";
      default -> value.toString();
    };
  }

  private void report(Code code, Member where, String keyword, String message) {
    diagnostics.add(Diagnostic.of(code, where.place(keyword), message));
  }

  private void addresses(Member first, Member other) {
    Set<IpAddress> here = new TreeSet<>(other.instance().parameters().addresses());
    Set<IpAddress> there = new TreeSet<>(first.instance().parameters().addresses());
    if (here.equals(there)) {
      return;
    }
    Set<IpAddress> missing = new TreeSet<>(there);
    missing.removeAll(here);
    Set<IpAddress> surplus = new TreeSet<>(here);
    surplus.removeAll(there);
    String difference =
        Stream.of(
                missing.isEmpty() ? "" : "missing %s".formatted(missing),
                surplus.isEmpty() ? "" : "only here %s".formatted(surplus))
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    report(
        Code.CLUSTER_ADDRESSES,
        other,
        "virtual_ipaddress",
        "the addresses are not those of %s: %s".formatted(first.node(), difference));
  }

  private void transport(Member first, Member other) {
    Transport a = first.instance().transport();
    Transport b = other.instance().transport();
    boolean same =
        switch (a) {
          case Transport.Multicast(IpAddress group, var _) ->
              b instanceof Transport.Multicast(IpAddress otherGroup, var _)
                  && group.equals(otherGroup);
          case Transport.Unicast _ -> b instanceof Transport.Unicast;
        };
    if (!same) {
      report(
          Code.CLUSTER_TRANSPORT,
          other,
          "unicast_peer",
          "%s here, %s on %s".formatted(said(b), said(a), first.node()));
    }
  }

  private static String said(Transport transport) {
    return switch (transport) {
      case Transport.Multicast(IpAddress group, var _) -> "multicast to " + group;
      case Transport.Unicast _ -> "unicast";
    };
  }

  /** Each unicast router sends to the source address of each other, where that is known. */
  void peers(List<Member> members) {
    for (Member sender : members) {
      if (sender.instance().transport() instanceof Transport.Unicast unicast) {
        members.stream()
            .filter(receiver -> !receiver.equals(sender))
            .forEach(receiver -> peer(sender, unicast, receiver));
      }
    }
  }

  private void peer(Member sender, Transport.Unicast unicast, Member receiver) {
    Optional<IpAddress> source = receiver.instance().transport().source();
    boolean named =
        unicast.peers().stream()
            .map(Transport.Peer::address)
            .anyMatch(a -> source.filter(a::equals).isPresent());
    if (source.isPresent() && !named && unicast.names().isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CLUSTER_PEERS,
                  sender.place("unicast_peer"),
                  "%s of %s is not among the peers".formatted(source.get(), receiver.node()))
              .help("add %s to unicast_peer".formatted(source.get())));
    }
  }

  void priorities(List<Member> members) {
    for (int i = 0; i < members.size(); i++) {
      for (Member other : members.subList(i + 1, members.size())) {
        equalPriorities(members.get(i), other);
      }
    }
    weights(members);
  }

  private void equalPriorities(Member first, Member other) {
    if (first.basePriority() != other.basePriority()) {
      return;
    }
    boolean owners = first.instance().parameters().owner();
    diagnostics.add(
        Diagnostic.of(
                owners ? Code.CLUSTER_OWNERS : Code.CLUSTER_PRIORITY,
                other.place("priority"),
                "priority %d is that of %s too".formatted(other.basePriority(), first.node()))
            .help(
                owners
                    ? "priorities below 255"
                    : "the router with the highest address becomes Active; set different priorities"
                        + " if that matters"));
  }

  /**
   * The failure of a weighted tracker has to bring its router below another healthy one: at the
   * same priority nobody takes over. RFC 9568 section 6.4.2.
   */
  private void weights(List<Member> members) {
    for (Member member : members) {
      int rival =
          members.stream()
              .filter(other -> !other.equals(member))
              .mapToInt(Member::healthyPriority)
              .max()
              .orElse(0);
      if (member.healthyPriority() >= rival) {
        member.instance().tracked().conditions().stream()
            .filter(tracked -> tracked.weight() != 0 && member.priorityWithout(tracked) >= rival)
            .forEach(tracked -> tooLight(member, tracked, rival));
      }
    }
  }

  private void tooLight(Member member, Tracked tracked, int rival) {
    int without = member.priorityWithout(tracked);
    diagnostics.add(
        Diagnostic.of(
                Code.CLUSTER_WEIGHT,
                member.place(member.instance().tracked().keyword(tracked)),
                "when '%s' fails the priority is still %d, not below the next router's %d"
                    .formatted(tracked.name(), without, rival))
            .help("a weight of more than %d".formatted(member.healthyPriority() - rival)));
  }
}
