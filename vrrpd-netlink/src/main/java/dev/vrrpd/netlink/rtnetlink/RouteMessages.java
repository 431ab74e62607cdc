package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.Metric;
import dev.vrrpd.core.value.routing.NextHop;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingKey;
import dev.vrrpd.netlink.libc.Libc;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** RTM_NEWROUTE and RTM_DELROUTE, rtnetlink(7). */
final class RouteMessages {
  private static final int FIXED = 12;
  private static final int RT_SCOPE_NOWHERE = 255;
  private static final int RT_TABLE_COMPAT = 252;
  private static final int RTNH_F_ONLINK = 4;
  private static final int RTAX_LOCK = 1;
  private static final int RTAX_CC_ALGO = 16;
  private static final int NESTED = 0x8000;

  private final MessageWriter writer;
  private final ToIntFunction<InterfaceName> indexes;

  /** {@code indexes}: of links that are there. */
  RouteMessages(MessageWriter writer, ToIntFunction<InterfaceName> indexes) {
    this.writer = writer;
    this.indexes = indexes;
  }

  void writeAdd(int sequence, Route route, long table) {
    int flags =
        Rtnetlink.NLM_F_REQUEST
            | Rtnetlink.NLM_F_CREATE
            | switch (route.insertion()) {
              case ADD -> Rtnetlink.NLM_F_EXCL;
              case APPEND -> Rtnetlink.NLM_F_APPEND;
              case PREPEND -> 0;
            };
    writer.message(Rtnetlink.RTM_NEWROUTE, flags, sequence);
    writeIdentity(route, table, route.scope());
    route.source().ifPresent(a -> writer.attribute(Rtnetlink.RTA_PREFSRC, a.octets()));
    writeProperties(route);
    writer.finish();
  }

  /** Exactly this one, of any scope, whatever its metrics for TCP. */
  void writeRemove(int sequence, Route route, long table) {
    writer.message(Rtnetlink.RTM_DELROUTE, Rtnetlink.NLM_F_REQUEST, sequence);
    writeIdentity(route, table, RT_SCOPE_NOWHERE);
    writer.finish();
  }

  private void writeIdentity(Route route, long table, int scope) {
    Prefix destination = route.destination();
    boolean single = route.hops().size() == 1;
    writer
        .octet(destination.family() == Family.IPV4 ? Libc.AF_INET : Libc.AF_INET6)
        .octet(destination.length())
        .octet(route.from().map(Prefix::length).orElse(0))
        .octet(route.tos())
        .octet(table < 256 ? (int) table : RT_TABLE_COMPAT)
        .octet(route.protocol())
        .octet(scope)
        .octet(route.type().number())
        .number(single && route.hops().getFirst().onlink() ? RTNH_F_ONLINK : 0)
        .attribute(Rtnetlink.RTA_TABLE, (int) table);
    if (destination.length() > 0) {
      writer.attribute(Rtnetlink.RTA_DST, destination.address().octets());
    }
    route
        .from()
        .filter(prefix -> prefix.length() > 0)
        .ifPresent(prefix -> writer.attribute(Rtnetlink.RTA_SRC, prefix.address().octets()));
    route.metric().ifPresent(metric -> writer.attribute(Rtnetlink.RTA_PRIORITY, (int) metric));
    if (single) {
      writeHop(route.family(), route.hops().getFirst());
      route
          .hops()
          .getFirst()
          .device()
          .ifPresent(name -> writer.attribute(Rtnetlink.RTA_OIF, indexes.applyAsInt(name)));
    } else if (!route.hops().isEmpty()) {
      writeHops(route);
    }
  }

  private void writeHops(Route route) {
    int all = writer.open(Rtnetlink.RTA_MULTIPATH);
    for (NextHop hop : route.hops()) {
      int start = writer.position();
      writer
          .half(0)
          .octet(hop.onlink() ? RTNH_F_ONLINK : 0)
          .octet(hop.weight() - 1)
          .number(hop.device().map(indexes::applyAsInt).orElse(0));
      writeHop(route.family(), hop);
      hop.realms().ifPresent(realms -> writer.attribute(Rtnetlink.RTA_FLOW, (int) realms));
      writer.halfAt(start, writer.position() - start);
    }
    writer.close(all);
  }

  private void writeHop(Family family, NextHop hop) {
    hop.gateway().ifPresent(gateway -> writeGateway(family, gateway));
    hop.encapsulation()
        .ifPresent(tunnel -> {
          writer.attribute(Rtnetlink.RTA_ENCAP_TYPE, EncapsulationMessages.type(tunnel));
          int nested = writer.open(Rtnetlink.RTA_ENCAP | NESTED);
          EncapsulationMessages.write(writer, tunnel);
          writer.close(nested);
        });
  }

  private void writeGateway(Family family, IpAddress gateway) {
    if (gateway.family() == family) {
      writer.attribute(Rtnetlink.RTA_GATEWAY, gateway.octets());
      return;
    }
    byte[] octets = gateway.octets();
    byte[] via = new byte[2 + octets.length];
    via[0] = (byte) (gateway.family() == Family.IPV4 ? Libc.AF_INET : Libc.AF_INET6);
    System.arraycopy(octets, 0, via, 2, octets.length);
    writer.attribute(Rtnetlink.RTA_VIA, via);
  }

  private void writeProperties(Route route) {
    writeMetrics(route);
    route.realms().ifPresent(realms -> writer.attribute(Rtnetlink.RTA_FLOW, (int) realms));
    route.expires().ifPresent(seconds -> writer.attribute(Rtnetlink.RTA_EXPIRES, (int) seconds));
    route
        .preference()
        .ifPresent(number -> writer.attribute(Rtnetlink.RTA_PREF, new byte[] {(byte) number}));
    route
        .ttlPropagates()
        .ifPresent(
            on -> writer.attribute(Rtnetlink.RTA_TTL_PROPAGATE, new byte[] {(byte) (on ? 1 : 0)}));
  }

  private void writeMetrics(Route route) {
    if (route.metrics().isEmpty() && route.congestionControl().isEmpty()) {
      return;
    }
    int locks = 0;
    int all = writer.open(Rtnetlink.RTA_METRICS);
    for (Metric metric : route.metrics()) {
      writer.attribute(metric.kind().number(), (int) metric.value());
      locks |= metric.locked() ? 1 << metric.kind().number() : 0;
    }
    if (route.congestionControl().isPresent()) {
      Route.CongestionControl control = route.congestionControl().get();
      writer.attribute(RTAX_CC_ALGO, control.name());
      locks |= control.locked() ? 1 << RTAX_CC_ALGO : 0;
    }
    if (locks != 0) {
      writer.attribute(RTAX_LOCK, locks);
    }
    writer.close(all);
  }

  /** What names the route; empty for a family that is neither IPv4 nor IPv6. */
  static Optional<RoutingKey> parse(Message message) {
    int family = message.size() < FIXED ? 0 : message.octet(0);
    if (family != Libc.AF_INET && family != Libc.AF_INET6) {
      return Optional.empty();
    }
    Draft draft = new Draft(message, family == Libc.AF_INET ? Family.IPV4 : Family.IPV6);
    message.attributes(FIXED, draft::attribute);
    return Optional.of(draft.key());
  }

  private static final class Draft {
    private final Message message;
    private final Family family;
    private long table;
    private long metric;
    private Prefix destination;

    Draft(Message message, Family family) {
      this.message = message;
      this.family = family;
      this.table = message.octet(4);
      this.destination = Prefix.all(family);
    }

    void attribute(int type, int from, int to) {
      switch (type) {
        case Rtnetlink.RTA_DST -> {
          if (to - from == family.addressOctets()) {
            destination = new Prefix(IpAddress.of(message.bytes(from, to)), message.octet(1));
          }
        }
        case Rtnetlink.RTA_TABLE -> table = message.octets().getInt(from) & 0xffff_ffffL;
        case Rtnetlink.RTA_PRIORITY -> metric = message.octets().getInt(from) & 0xffff_ffffL;
        default -> {}
      }
    }

    RoutingKey key() {
      return new RoutingKey.OfRoute(family, table, destination, message.octet(3), metric);
    }
  }
}
