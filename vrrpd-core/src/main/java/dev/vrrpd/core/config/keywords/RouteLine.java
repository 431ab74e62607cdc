package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/**
 * {@code [inet|inet6] [to] [TYPE] DEST [option ...]}: an entry of a list of routes. ip-route(8).
 */
record RouteLine() implements Argument<RouteDraft> {
  @Override
  public Optional<RouteDraft> read(Line line) {
    return new RouteReader(line).read();
  }

  @Override
  public String syntax() {
    return "[to] [TYPE] PREFIX[/LEN]|default [via ADDRESS] [dev INTERFACE] [OPTION ...]";
  }

  @Override
  public String range() {
    return "options of ip-route(8), no_track, track_group";
  }

  @Override
  public String example() {
    return "198.51.100.0/24 via 192.0.2.254 dev eth0";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(RouteDraft value) {
    return value.destination;
  }
}
