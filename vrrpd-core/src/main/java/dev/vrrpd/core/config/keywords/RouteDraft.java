package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.routing.Encapsulation;
import dev.vrrpd.core.value.routing.Insertion;
import dev.vrrpd.core.value.routing.Metric;
import dev.vrrpd.core.value.routing.NextHop;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RouteType;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A route as written: all that can be said of it without the names of the machine. */
final class RouteDraft extends RoutingDraft {
  /** One way of several; the route itself has the same things for its only one. */
  static final class Hop {
    Optional<IpAddress> gateway = Optional.empty();
    Optional<InterfaceName> device = Optional.empty();
    boolean onlink;
    Optional<Encapsulation> encapsulation = Optional.empty();
    int weight = 1;
    Optional<Word> realms = Optional.empty();

    boolean says() {
      return gateway.isPresent() || device.isPresent() || encapsulation.isPresent();
    }

    NextHop complete(OptionalLong realmNumbers) {
      return new NextHop(gateway, device, weight, onlink, encapsulation, realmNumbers);
    }
  }

  String destination = "";
  RouteType type = RouteType.UNICAST;
  final Hop only = new Hop();
  final List<Hop> hops = new ArrayList<>();
  Optional<Prefix> from = Optional.empty();
  Optional<IpAddress> source = Optional.empty();
  Optional<InterfaceName> vrf = Optional.empty();
  Optional<Word> scope = Optional.empty();
  OptionalLong metric = OptionalLong.empty();
  final List<Metric> metrics = new ArrayList<>();
  Optional<Route.CongestionControl> congestionControl = Optional.empty();
  OptionalLong expires = OptionalLong.empty();
  OptionalInt preference = OptionalInt.empty();
  Optional<Boolean> ttlPropagates = Optional.empty();
  Optional<Insertion> insertion = Optional.empty();

  RouteDraft(Word first) {
    super(first);
  }

  @Override
  Optional<RoutingEntry> complete(RoutingNames names, Diagnostics diagnostics) {
    boolean pathless = !only.says() && hops.isEmpty();
    if (pathless && !type.discards() && type != RouteType.LOCAL && vrf.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.INVALID_OPTION, first.span(), "a route leads somewhere; this one is skipped")
              .help("via ADDRESS, dev INTERFACE or nexthop ...; or blackhole before it"));
      return Optional.empty();
    }
    Numbers numbers = new Numbers(names);
    Route route = route(numbers, diagnostics);
    return numbers.complete ? Optional.of(route) : Optional.empty();
  }

  private Route route(Numbers numbers, Diagnostics diagnostics) {
    List<NextHop> ways = new ArrayList<>();
    if (only.says()) {
      ways.add(only.complete(OptionalLong.empty()));
    }
    hops.forEach(hop -> ways.add(hop.complete(numbers.realms(hop.realms))));
    return new Route(
        OptionWords.parsePrefix(destination, family).orElseThrow(),
        type,
        numbers.of(RoutingNames.Kind.TABLE, table, Route.MAIN),
        vrf,
        protocol(numbers, diagnostics),
        (int) numbers.of(RoutingNames.Kind.SCOPE, scope, 0),
        (int) numbers.of(RoutingNames.Kind.SERVICE, service, 0),
        metric,
        source,
        from,
        ways,
        metrics,
        congestionControl,
        numbers.realms(only.realms),
        expires,
        preference,
        ttlPropagates,
        insertion.orElseGet(() -> Route.defaultInsertion(type)),
        tracked);
  }

  @Override
  List<InterfaceName> devices() {
    List<InterfaceName> devices = new ArrayList<>();
    only.device.ifPresent(devices::add);
    hops.forEach(hop -> hop.device.ifPresent(devices::add));
    return devices;
  }
}
