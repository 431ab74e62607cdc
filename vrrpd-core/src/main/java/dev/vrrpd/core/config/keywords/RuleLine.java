package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.keywords.OptionKind.FLAG;
import static dev.vrrpd.core.config.keywords.OptionKind.INTERFACE;
import static dev.vrrpd.core.config.keywords.OptionKind.NAME;
import static dev.vrrpd.core.config.keywords.OptionKind.NUMBER;
import static dev.vrrpd.core.config.keywords.OptionKind.PREFIX;
import static dev.vrrpd.core.config.keywords.OptionKind.RANGE;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code SELECTOR ... ACTION}: an entry of a list of routing rules. ip-rule(8). */
record RuleLine() implements Argument<RuleLine.Rule> {
  /** A rule as written: checked, not interpreted yet. */
  record Rule(Map<String, Word> options) {}

  private static final Set<String> ACTIONS =
      Set.of("table", "lookup", "l3mdev", "goto", "nop", "blackhole", "unreachable", "prohibit");
  private static final Set<String> PREFERENCES = Set.of("preference", "order", "priority");
  private static final Map<String, OptionKind> OPTIONS =
      Map.ofEntries(
          Map.entry("from", PREFIX),
          Map.entry("to", PREFIX),
          Map.entry("not", FLAG),
          Map.entry("preference", NUMBER),
          Map.entry("order", NUMBER),
          Map.entry("priority", NUMBER),
          Map.entry("tos", NAME),
          Map.entry("dsfield", NAME),
          Map.entry("fwmark", NAME),
          Map.entry("dev", INTERFACE),
          Map.entry("iif", INTERFACE),
          Map.entry("oif", INTERFACE),
          Map.entry("tunnel-id", NUMBER),
          Map.entry("uidrange", RANGE),
          Map.entry("ipproto", NAME),
          Map.entry("sport", RANGE),
          Map.entry("dport", RANGE),
          Map.entry("realms", NAME),
          Map.entry("suppress_prefixlength", NUMBER),
          Map.entry("sup_pl", NUMBER),
          Map.entry("suppress_ifgroup", NAME),
          Map.entry("sup_group", NAME),
          Map.entry("protocol", NAME),
          Map.entry("no_track", FLAG),
          Map.entry("track_group", NAME),
          Map.entry("table", NAME),
          Map.entry("lookup", NAME),
          Map.entry("l3mdev", FLAG),
          Map.entry("goto", NUMBER),
          Map.entry("type", FLAG),
          Map.entry("nop", FLAG),
          Map.entry("blackhole", FLAG),
          Map.entry("unreachable", FLAG),
          Map.entry("prohibit", FLAG),
          Map.entry("inet", FLAG),
          Map.entry("inet6", FLAG));

  @Override
  public Optional<Rule> read(Line line) {
    return new OptionScanner(line, "rule", OPTIONS)
        .scan()
        .filter(options -> hasAction(line, options))
        .map(options -> {
          reportPreference(line, options);
          return new Rule(options);
        });
  }

  private static boolean hasAction(Line line, Map<String, Word> options) {
    boolean action = options.keySet().stream().anyMatch(ACTIONS::contains);
    if (!action) {
      line.report(
          Diagnostic.of(Code.INVALID_OPTION, line.span(), "a rule needs an action; it is skipped")
              .help("table T, goto N, blackhole, unreachable, prohibit, nop or l3mdev"));
    }
    return action;
  }

  private static void reportPreference(Line line, Map<String, Word> options) {
    if (options.keySet().stream().noneMatch(PREFERENCES::contains)) {
      line.report(
          Diagnostic.of(
                  Code.RULE_WITHOUT_PREFERENCE,
                  line.span(),
                  "without a preference the order of rules is left to chance")
              .help("preference N")
              .asKeepalived(
                  "Rule has no preference specified - setting to 16384. This is probably not what you want."));
    }
  }

  @Override
  public String syntax() {
    return "[from PREFIX] [to PREFIX] [OPTION ...] preference N table T|goto N|blackhole|unreachable|prohibit";
  }

  @Override
  public String range() {
    return "options of ip-rule(8), no_track, track_group";
  }

  @Override
  public String example() {
    return "from 192.0.2.10 preference 100 table 100";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Rule value) {
    return String.join(" ", value.options().keySet());
  }
}
