package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.RouteType;
import dev.vrrpd.core.value.routing.RuleAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads one rule. */
final class RuleReader {
  private static final List<String> OPTIONS =
      List.of(
          "from",
          "to",
          "not",
          "preference",
          "order",
          "priority",
          "tos",
          "dsfield",
          "fwmark",
          "dev",
          "iif",
          "oif",
          "tunnel-id",
          "uidrange",
          "ipproto",
          "sport",
          "dport",
          "realms",
          "suppress_prefixlength",
          "sup_pl",
          "suppress_ifgroup",
          "sup_group",
          "protocol",
          "no_track",
          "track_group",
          "table",
          "lookup",
          "l3mdev",
          "goto",
          "nop",
          "blackhole",
          "unreachable",
          "prohibit");

  /** protocols(5), as far as rules know ports or use them. */
  private static final Map<String, Integer> TRANSPORTS =
      Map.ofEntries(
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("tcp", 6),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("ipv6-icmp", 58),
          Map.entry("icmpv6", 58),
          Map.entry("ospf", 89),
          Map.entry("vrrp", 112),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));

  private final OptionWords words;
  private final RuleDraft draft;

  RuleReader(Line line) {
    this.words = new OptionWords(line, "rule");
    this.draft = new RuleDraft(line.peek().orElseThrow());
  }

  Optional<RuleDraft> read() {
    while (words.hasNext()) {
      option(words.take());
    }
    if (words.usable()) {
      check();
    }
    if (!words.usable()) {
      return Optional.empty();
    }
    return Optional.of(draft);
  }

  private void option(Word option) {
    switch (option.text()) {
      case "inet" -> family(option, Family.IPV4);
      case "inet6" -> family(option, Family.IPV6);
      case "from" -> draft.from = prefix(option);
      case "to" -> draft.to = prefix(option);
      case "not" -> draft.inverted = true;
      case "preference", "order", "priority" ->
          draft.priority = words.number(option, 0, OptionWords.U32);
      case "tos", "dsfield" -> draft.service = words.value(option);
      case "fwmark" -> mark(option);
      case "dev", "iif" -> draft.input = words.device(option);
      case "oif" -> draft.output = words.device(option);
      case "tunnel-id" -> draft.tunnelId = words.wideNumber(option);
      case "uidrange" -> draft.users = words.range(option, 0, OptionWords.U32);
      case "ipproto", "ip_proto" -> transport(option);
      case "sport" -> draft.sourcePorts = words.range(option, 1, 65_535);
      case "dport" -> draft.destinationPorts = words.range(option, 1, 65_535);
      case "realms" -> draft.realms = words.value(option);
      case "suppress_prefixlength", "sup_pl" -> suppressed(option);
      case "suppress_ifgroup", "sup_group" -> draft.suppressedGroup = words.value(option);
      case "protocol" -> draft.protocol = words.value(option);
      case "no_track" -> draft.tracked = false;
      case "track_group" -> draft.trackGroup = words.value(option);
      case "type" -> {}
      default -> action(option);
    }
  }

  private void action(Word option) {
    switch (option.text()) {
      case "table", "lookup" -> draft.table = words.value(option);
      case "l3mdev" -> draft.action = Optional.of(new RuleAction.VrfLookup());
      case "goto" ->
          words
              .number(option, 0, OptionWords.U32)
              .ifPresent(target -> draft.action = Optional.of(new RuleAction.Goto(target)));
      case "nop" -> draft.action = Optional.of(new RuleAction.Nop());
      case "blackhole", "unreachable", "prohibit" ->
          draft.action = RouteType.parse(option.text()).map(RuleAction.Discard::new);
      default -> words.unknown(option, OPTIONS);
    }
  }

  private void family(Word word, Family family) {
    if (!draft.admits(family)) {
      words.refuse(word, "'%s' is not of the rule's family".formatted(word));
    }
  }

  /** {@code all} says nothing, and is nothing. */
  private Optional<Prefix> prefix(Word option) {
    boolean all = words.comes(List.of("default", "any", "all"));
    Optional<Prefix> prefix = words.prefix(option, draft.family);
    if (all) {
      return Optional.empty();
    }
    prefix.ifPresent(known -> family(option, known.family()));
    return prefix;
  }

  private void mark(Word option) {
    words
        .value(option)
        .ifPresent(word -> {
          String[] parts = word.text().split("/", 2);
          draft.mark = OptionWords.parseNumber(parts[0]);
          draft.markMask =
              parts.length == 2 ? OptionWords.parseNumber(parts[1]) : OptionalLong.empty();
          if (draft.mark.isEmpty() || (parts.length == 2 && draft.markMask.isEmpty())) {
            words.refuse(word, "'fwmark' takes MARK[/MASK]");
          }
        });
  }

  private void transport(Word option) {
    words
        .value(option)
        .ifPresent(word -> {
          Integer known = TRANSPORTS.get(word.text());
          OptionalLong number =
              known == null ? OptionWords.parseNumber(word.text()) : OptionalLong.of(known);
          if (number.isEmpty() || number.getAsLong() > 255) {
            words.refuse(word, "'%s' takes a protocol, 0 to 255".formatted(option));
          } else {
            draft.transport = OptionalInt.of((int) number.getAsLong());
          }
        });
  }

  private void suppressed(Word option) {
    words
        .number(option, 0, 128)
        .ifPresent(length -> draft.suppressedLength = OptionalInt.of((int) length));
  }

  private void check() {
    boolean looksUp = draft.table.isPresent();
    if (!looksUp && draft.action.isEmpty()) {
      words.refuse(
          draft.first,
          "a rule needs an action",
          Optional.of("table T, goto N, blackhole, unreachable, prohibit, nop or l3mdev"));
    } else if (looksUp && draft.action.isPresent()) {
      words.refuse(draft.first, "a rule has one action");
    } else if (!looksUp && needsTable()) {
      words.refuse(draft.first, "realms and suppress_ options need a table");
    } else if (draft.suppressedLength.orElse(0) > draft.family().addressBits()) {
      words.refuse(draft.first, "no prefix of %s is so long".formatted(draft.family()));
    } else if (draft.action.filter(this::pointsBack).isPresent()) {
      words.refuse(draft.first, "'goto' leads to a later rule");
    }
  }

  private boolean needsTable() {
    return draft.realms.isPresent()
        || draft.suppressedLength.isPresent()
        || draft.suppressedGroup.isPresent();
  }

  private boolean pointsBack(RuleAction action) {
    return action instanceof RuleAction.Goto(long target)
        && draft.priority.isPresent()
        && target <= draft.priority.getAsLong();
  }
}
