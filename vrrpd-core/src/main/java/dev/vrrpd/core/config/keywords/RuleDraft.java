package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.routing.NumberRange;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingRule;
import dev.vrrpd.core.value.routing.RuleAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A rule as written: all that can be said of it without the names of the machine. */
final class RuleDraft extends RoutingDraft {
  boolean inverted;
  Optional<Prefix> from = Optional.empty();
  Optional<Prefix> to = Optional.empty();
  OptionalLong priority = OptionalLong.empty();
  OptionalLong mark = OptionalLong.empty();
  OptionalLong markMask = OptionalLong.empty();
  Optional<InterfaceName> input = Optional.empty();
  Optional<InterfaceName> output = Optional.empty();
  OptionalLong tunnelId = OptionalLong.empty();
  Optional<NumberRange> users = Optional.empty();
  OptionalInt transport = OptionalInt.empty();
  Optional<NumberRange> sourcePorts = Optional.empty();
  Optional<NumberRange> destinationPorts = Optional.empty();
  Optional<Word> realms = Optional.empty();
  OptionalInt suppressedLength = OptionalInt.empty();
  Optional<Word> suppressedGroup = Optional.empty();
  Optional<RuleAction> action = Optional.empty();

  RuleDraft(Word first) {
    super(first);
  }

  Family family() {
    return family.orElse(Family.IPV4);
  }

  @Override
  List<InterfaceName> devices() {
    return Stream.of(input, output).flatMap(Optional::stream).toList();
  }

  @Override
  Optional<RoutingEntry> complete(RoutingNames names, Diagnostics diagnostics) {
    Numbers numbers = new Numbers(names);
    OptionalLong lookup = numbers.optional(RoutingNames.Kind.TABLE, table);
    RuleAction does =
        lookup.isPresent() ? new RuleAction.Lookup(lookup.getAsLong()) : action.orElseThrow();
    RoutingRule rule =
        new RoutingRule(
            family(),
            inverted,
            from,
            to,
            priority.orElseThrow(),
            (int) numbers.of(RoutingNames.Kind.SERVICE, service, 0),
            mark,
            markMask,
            input,
            output,
            tunnelId,
            users,
            transport,
            sourcePorts,
            destinationPorts,
            numbers.realms(realms),
            suppressedLength,
            numbers.optional(RoutingNames.Kind.GROUP, suppressedGroup),
            protocol(numbers, diagnostics),
            does,
            tracked);
    return numbers.complete ? Optional.of(rule) : Optional.empty();
  }
}
