package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.keywords.OptionKind.ADDRESS;
import static dev.vrrpd.core.config.keywords.OptionKind.FLAG;
import static dev.vrrpd.core.config.keywords.OptionKind.INTERFACE;
import static dev.vrrpd.core.config.keywords.OptionKind.NAME;
import static dev.vrrpd.core.config.keywords.OptionKind.NUMBER;
import static dev.vrrpd.core.config.keywords.OptionKind.PREFIX;
import static dev.vrrpd.core.config.keywords.OptionKind.TEXT;
import static dev.vrrpd.core.config.keywords.OptionKind.TIME;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code [inet|inet6] [to] [TYPE] DEST [option ...]}: an entry of a list of routes. ip-route(8).
 */
record RouteLine() implements Argument<RouteLine.Route> {
  /** A route as written: checked, not interpreted yet. */
  record Route(String destination, Map<String, Word> options) {}

  private static final Set<String> TYPES =
      Set.of(
          "unicast",
          "local",
          "broadcast",
          "brd",
          "anycast",
          "multicast",
          "throw",
          "unreachable",
          "prohibit",
          "blackhole",
          "nat",
          "xresolve");
  private static final Map<String, OptionKind> OPTIONS = options();

  private static Map<String, OptionKind> options() {
    Map<String, OptionKind> all = new HashMap<>();
    put(all, ADDRESS, "via", "gw", "or", "src", "as");
    put(all, INTERFACE, "dev", "oif", "vrf");
    put(all, PREFIX, "from");
    put(all, NAME, "tos", "dsfield", "table", "protocol", "scope", "realms", "pref", "realm");
    put(
        all,
        NUMBER,
        "metric",
        "priority",
        "preference",
        "expires",
        "mtu",
        "advmss",
        "hoplimit",
        "window",
        "initcwnd",
        "initrwnd",
        "cwnd",
        "ssthresh",
        "reordering",
        "quickack",
        "fastopen_no_cookie",
        "weight");
    put(all, TIME, "rtt", "rttvar", "rto_min");
    put(all, TEXT, "features", "congctl", "ttl-propagate", "track_group");
    put(all, FLAG, "onlink", "add", "append", "prepend", "no_track", "nexthop");
    return Map.copyOf(all);
  }

  private static void put(Map<String, OptionKind> all, OptionKind kind, String... names) {
    for (String name : names) {
      all.put(name, kind);
    }
  }

  @Override
  public Optional<Route> read(Line line) {
    skip(line, "inet", "inet6");
    skip(line, "to");
    line.peek()
        .map(Word::text)
        .filter(word -> TYPES.contains(word) && !isDestination(word))
        .ifPresent(_ -> line.take());
    skipSource(line);
    Optional<Word> destination = line.take();
    if (destination.isEmpty() || !isDestination(destination.get().text())) {
      return noDestination(line, destination);
    }
    if (line.hasNext() && hasEncapsulation(line)) {
      return Optional.of(new Route(destination.get().text(), Map.of()));
    }
    return new OptionScanner(line, "route", OPTIONS)
        .scan()
        .map(options -> {
          report(line, destination.get(), options);
          return new Route(destination.get().text(), options);
        });
  }

  private static void skip(Line line, String... words) {
    if (line.peek().map(Word::text).filter(Set.of(words)::contains).isPresent()) {
      line.take();
    }
  }

  private static boolean isDestination(String word) {
    return OptionKind.isPrefix(word);
  }

  /** {@code src ADDRESS} may stand before the destination. */
  private static void skipSource(Line line) {
    if (line.peek().map(Word::text).filter("src"::equals).isPresent()) {
      line.take();
      line.take();
      skip(line, "to");
    }
  }

  /** Tunnels have a syntax of their own, which is read when routes are set. */
  private static boolean hasEncapsulation(Line line) {
    boolean encapsulated = line.text().chars().contains(" encap ");
    if (encapsulated) {
      line.takeAll();
    }
    return encapsulated;
  }

  private static Optional<Route> noDestination(Line line, Optional<Word> word) {
    line.report(
        Diagnostic.of(
                Code.INVALID_ADDRESS,
                word.map(Word::span).orElse(line.span()),
                "a route begins with its destination; it is skipped")
            .help("PREFIX/LEN or default, then options")
            .asKeepalived("Route destination invalid or missing"));
    line.takeAll();
    return Optional.empty();
  }

  private static void report(Line line, Word destination, Map<String, Word> options) {
    deprecated(line, options.get("or"), "or", "nexthop");
    deprecated(line, options.get("gw"), "gw", "via");
    boolean interfaceNamed =
        options.containsKey("dev") || options.containsKey("oif") || options.containsKey("vrf");
    boolean tracked = !options.containsKey("no_track");
    if (tracked && !interfaceNamed && !options.containsKey("nexthop")) {
      line.report(
          Diagnostic.of(
                  Code.UNTRACKED_ROUTE,
                  destination.span(),
                  "a route without interface is not tracked")
              .help("dev INTERFACE, or no_track")
              .asKeepalived(
                  "Warning - cannot track route %s with no interface specified, not tracking"
                      .formatted(destination)));
    }
  }

  private static void deprecated(Line line, Word use, String old, String other) {
    if (use != null) {
      line.report(
          Diagnostic.of(Code.DEPRECATED, use.span(), "'%s' is an old spelling".formatted(old))
              .help("write '%s'".formatted(other))
              .asKeepalived(
                  "\"%s\" for routes is deprecated. Please use \"%s\"".formatted(old, other)));
    }
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
  public String print(Route value) {
    return value.destination();
  }
}
