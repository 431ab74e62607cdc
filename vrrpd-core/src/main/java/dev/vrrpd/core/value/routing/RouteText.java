package dev.vrrpd.core.value.routing;

import java.util.Optional;
import java.util.OptionalLong;

/** A route in the words of a configuration, in the order that keepalived's dumps have them. */
final class RouteText {
  private final Route route;
  private final String protocolWord;
  private final StringBuilder text = new StringBuilder();

  RouteText(Route route, String protocolWord) {
    this.route = route;
    this.protocolWord = protocolWord;
  }

  String text() {
    if (route.type() != RouteType.UNICAST) {
      text.append(route.type()).append(' ');
    }
    text.append(route.destination());
    route.from().ifPresent(prefix -> put("from", prefix));
    boolean single = route.hops().size() == 1;
    if (single) {
      text.append(route.hops().getFirst().text(route.source()));
    } else {
      route.source().ifPresent(address -> put("src", address));
    }
    place();
    properties();
    if (!single) {
      route.hops().forEach(this::hop);
    }
    return text.append(route.tracked() ? "" : " no_track").toString();
  }

  private void place() {
    if (route.tos() != 0) {
      put("tos", "0x%x".formatted(route.tos()));
    }
    if (route.table() != Route.MAIN && route.vrf().isEmpty()) {
      put("table", route.table());
    }
    route.vrf().ifPresent(name -> put("vrf", name));
    put(protocolWord, route.protocol());
    if (route.scope() != 0) {
      put("scope", route.scope());
    }
    route.metric().ifPresent(number -> put("metric", number));
  }

  private void properties() {
    realms(route.realms());
    route.metrics().forEach(metric -> text.append(' ').append(metric));
    route
        .congestionControl()
        .ifPresent(control -> put("congctl", (control.locked() ? "lock " : "") + control.name()));
    route.expires().ifPresent(seconds -> put("expires", seconds));
    route.preference().ifPresent(number -> put("pref", number));
    route
        .ttlPropagates()
        .ifPresent(enabled -> put("ttl-propagate", enabled ? "enabled" : "disabled"));
  }

  private void hop(NextHop hop) {
    text.append(" nexthop").append(hop.text(Optional.empty()));
    put("weight", hop.weight());
    realms(hop.realms());
  }

  private void realms(OptionalLong realms) {
    realms.ifPresent(both -> put("realms", realmsText(both)));
  }

  /** {@code FROM/TO}, or {@code TO} alone. */
  static String realmsText(long both) {
    return both >>> 16 == 0 ? Long.toString(both) : (both >>> 16) + "/" + (both & 0xffff);
  }

  private void put(String word, Object value) {
    text.append(' ').append(word).append(' ').append(value);
  }
}
