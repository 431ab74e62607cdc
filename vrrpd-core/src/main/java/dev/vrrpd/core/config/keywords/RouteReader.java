package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.routing.Insertion;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RouteType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads one route. */
final class RouteReader {
  private static final List<String> OPTIONS =
      List.of(
          "via",
          "dev",
          "src",
          "from",
          "tos",
          "table",
          "vrf",
          "protocol",
          "scope",
          "metric",
          "onlink",
          "encap",
          "expires",
          "mtu",
          "advmss",
          "hoplimit",
          "rtt",
          "rttvar",
          "rto_min",
          "window",
          "initcwnd",
          "initrwnd",
          "cwnd",
          "ssthresh",
          "reordering",
          "realms",
          "features",
          "quickack",
          "fastopen_no_cookie",
          "congctl",
          "pref",
          "ttl-propagate",
          "add",
          "append",
          "prepend",
          "nexthop",
          "no_track",
          "track_group");
  private static final List<String> HOP =
      List.of("via", "dev", "weight", "onlink", "encap", "realms");

  private final Line line;
  private final OptionWords words;
  private final RouteDraft draft;
  private final MetricWords metrics;

  RouteReader(Line line) {
    this.line = line;
    this.words = new OptionWords(line, "route");
    this.draft = new RouteDraft(line.peek().orElseThrow());
    this.metrics = new MetricWords(words, draft.metrics);
  }

  Optional<RouteDraft> read() {
    words
        .skip("inet", "inet6")
        .ifPresent(word -> draft.admits(word.text().equals("inet") ? Family.IPV4 : Family.IPV6));
    if (!destination()) {
      return Optional.empty();
    }
    while (words.hasNext()) {
      option(words.take());
    }
    if (!words.usable()) {
      return Optional.empty();
    }
    reportUntracked();
    return Optional.of(draft);
  }

  /** {@code src ADDRESS} may stand before it. */
  private boolean destination() {
    words.skip("to");
    words.skip("src").ifPresent(this::source);
    words.skip("to");
    Optional<Word> next = line.take();
    Optional<RouteType> type =
        next.map(Word::text).filter(word -> !isDestination(word)).flatMap(RouteType::parse);
    if (type.isPresent()) {
      draft.type = type.get();
      next = line.take();
    }
    if (next.map(Word::text).filter(RouteReader::isDestination).isEmpty()) {
      reportMissing(next);
      return false;
    }
    Word word = next.get();
    draft.destination = word.text();
    boolean fits =
        OptionWords.isAll(word.text())
            || draft.admits(
                OptionWords.parsePrefix(word.text(), draft.family).orElseThrow().family());
    if (!fits) {
      mixed(word);
    }
    return true;
  }

  private static boolean isDestination(String word) {
    return OptionWords.parsePrefix(word, Optional.empty()).isPresent();
  }

  private void mixed(Word word) {
    words.refuse(word, "'%s' is not of the route's family".formatted(word));
  }

  private void option(Word option) {
    if (metrics.read(option)) {
      return;
    }
    switch (option.text()) {
      case "via" -> gateway(option, draft.only);
      case "gw" -> {
        deprecated(option, "via");
        gateway(option, draft.only);
      }
      case "or" -> {
        deprecated(option, "nexthop");
        secondGateway(option);
      }
      case "dev", "oif" -> draft.only.device = words.device(option);
      case "src" -> source(option);
      case "from" -> from(option);
      case "as" -> ignored(option);
      case "tos", "dsfield" -> draft.service = words.value(option);
      case "table" -> draft.table = words.value(option);
      case "vrf" -> draft.vrf = words.device(option);
      case "protocol", "proto" -> draft.protocol = words.value(option);
      case "scope" -> draft.scope = words.value(option);
      case "metric", "priority", "preference" ->
          draft.metric = words.number(option, 0, OptionWords.U32);
      case "onlink" -> draft.only.onlink = true;
      case "encap" -> draft.only.encapsulation = new EncapsulationWords(words).read(option);
      case "expires" -> draft.expires = words.number(option, 0, OptionWords.U32);
      case "realms", "realm" -> draft.only.realms = words.value(option);
      case "congctl" -> congestionControl(option);
      case "pref" -> preference(option);
      case "ttl-propagate" -> ttlPropagation(option);
      case "add" -> draft.insertion = Optional.of(Insertion.ADD);
      case "append" -> draft.insertion = Optional.of(Insertion.APPEND);
      case "prepend" -> draft.insertion = Optional.of(Insertion.PREPEND);
      case "nexthop" -> hop();
      case "no_track" -> draft.tracked = false;
      case "track_group" -> draft.trackGroup = words.value(option);
      default -> words.unknown(option, OPTIONS);
    }
  }

  /** The gateway's family is the route's; only IPv4 may go by another, and says so. */
  private void gateway(Word option, RouteDraft.Hop hop) {
    Optional<Word> family = words.skip("inet", "inet6");
    hop.gateway = words.address(option);
    hop.gateway.ifPresent(via -> {
      boolean crosses = family.isPresent() && via.family() == Family.IPV6;
      boolean named =
          family.isEmpty() || family.get().text().equals("inet") == (via.family() == Family.IPV4);
      if (!named || (!(crosses && draft.admits(Family.IPV4)) && !draft.admits(via.family()))) {
        mixed(option);
      }
    });
  }

  private void secondGateway(Word option) {
    RouteDraft.Hop first = new RouteDraft.Hop();
    first.gateway = draft.only.gateway;
    RouteDraft.Hop second = new RouteDraft.Hop();
    gateway(option, second);
    draft.only.gateway = Optional.empty();
    draft.hops.add(first);
    draft.hops.add(second);
  }

  private void source(Word option) {
    draft.source = words.address(option);
    draft.source.filter(address -> !draft.admits(address.family())).ifPresent(_ -> mixed(option));
  }

  private void from(Word option) {
    draft.from = words.prefix(option, Optional.of(Family.IPV6));
    draft
        .from
        .map(Prefix::family)
        .filter(family -> family != Family.IPV6 || !draft.admits(family))
        .ifPresent(_ -> words.refuse(option, "'from' is for IPv6"));
  }

  private void ignored(Word option) {
    words.skip("to");
    words
        .value(option)
        .ifPresent(_ ->
            words.report(Diagnostic.of(Code.OPTION_IGNORED, option.span(), "'as' has no effect")));
  }

  private void congestionControl(Word option) {
    boolean locked = words.skip("lock").isPresent();
    draft.congestionControl =
        words.value(option).map(word -> new Route.CongestionControl(word.text(), locked));
  }

  private void preference(Word option) {
    words
        .value(option)
        .ifPresent(word -> {
          OptionalInt number =
              switch (word.text()) {
                case "low", "3" -> OptionalInt.of(3);
                case "medium", "0" -> OptionalInt.of(0);
                case "high", "1" -> OptionalInt.of(1);
                default -> OptionalInt.empty();
              };
          draft.preference = number;
          if (number.isEmpty()) {
            words.refuse(word, "'pref' takes low, medium or high");
          } else if (!draft.admits(Family.IPV6)) {
            words.refuse(option, "'pref' is for IPv6");
          }
        });
  }

  private void ttlPropagation(Word option) {
    words
        .value(option)
        .ifPresent(word -> {
          switch (word.text()) {
            case "enabled" -> draft.ttlPropagates = Optional.of(true);
            case "disabled" -> draft.ttlPropagates = Optional.of(false);
            default -> words.refuse(word, "'ttl-propagate' takes enabled or disabled");
          }
        });
  }

  private void hop() {
    RouteDraft.Hop hop = new RouteDraft.Hop();
    while (words.comes(HOP)) {
      Word option = words.take();
      switch (option.text()) {
        case "via" -> gateway(option, hop);
        case "dev" -> hop.device = words.device(option);
        case "onlink" -> hop.onlink = true;
        case "encap" -> hop.encapsulation = new EncapsulationWords(words).read(option);
        case "realms" -> hop.realms = words.value(option);
        default -> words.number(option, 1, 256).ifPresent(weight -> hop.weight = (int) weight);
      }
    }
    draft.hops.add(hop);
  }

  private void reportMissing(Optional<Word> word) {
    line.report(
        Diagnostic.of(
                Code.INVALID_ADDRESS,
                word.map(Word::span).orElse(line.span()),
                "a route begins with its destination; it is skipped")
            .help("PREFIX/LEN or default, then options")
            .asKeepalived("Route destination invalid or missing"));
    line.takeAll();
  }

  private void reportUntracked() {
    if (draft.tracked && draft.devices().isEmpty() && draft.vrf.isEmpty() && draft.hops.isEmpty()) {
      line.report(
          Diagnostic.of(
                  Code.UNTRACKED_ROUTE,
                  draft.first.span(),
                  "keepalived before 2.3.2 does not track a route without interface")
              .help("dev INTERFACE, or no_track")
              .asKeepalived(
                  "Warning - cannot track route %s with no interface specified, not tracking"
                      .formatted(draft.destination)));
    }
  }

  private void deprecated(Word use, String other) {
    line.report(
        Diagnostic.of(Code.DEPRECATED, use.span(), "'%s' is an old spelling".formatted(use))
            .help("write '%s'".formatted(other))
            .asKeepalived(
                "\"%s\" for routes is deprecated. Please use \"%s\"".formatted(use, other)));
  }
}
