package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Routes and rules of the whole file: names become numbers, rules get their preference. */
final class RoutingAssembly {
  /** The preference of the first rule that has none; the next one goes before it. */
  private static final long LAST_PREFERENCE = 16_384;

  private final FileDraft file;
  private final Machine machine;
  private final Diagnostics diagnostics;
  private final RoutingNames names;
  private final Map<Family, Long> nextPreference = new EnumMap<>(Family.class);

  RoutingAssembly(FileDraft file, Machine machine, Diagnostics diagnostics) {
    this.file = file;
    this.machine = machine;
    this.diagnostics = diagnostics;
    this.names = new RoutingNames(machine, file.global.nameDirectories(), diagnostics);
  }

  /** Those that are usable, in order: routes before the rules that may lead to them. */
  List<RoutingEntry> complete(List<RoutingDraft> routes, List<RoutingDraft> rules) {
    List<RoutingEntry> entries = new ArrayList<>();
    routes.forEach(draft -> add(draft, entries));
    rules.forEach(draft -> add(draft, entries));
    return entries;
  }

  /** Of links: its number, or its name in iproute2's file; empty after reporting. */
  OptionalInt group(Word word) {
    OptionalLong number = names.number(RoutingNames.Kind.GROUP, word);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /** The address in the scope that it names; a name that nobody knows is reported and ignored. */
  VirtualAddress scoped(VirtualAddress address, Optional<Word> scope) {
    if (scope.isEmpty()) {
      return address;
    }
    Word word = scope.get();
    OptionalLong number = names.find(RoutingNames.Kind.SCOPE, word.text());
    if (number.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.INVALID_OPTION,
                  word.span(),
                  "'%s' is not a scope; the address is of global scope".formatted(word))
              .asKeepalived(
                  "Invalid scope '%s' specified for %s - ignoring"
                      .formatted(word, address.addressText())));
    }
    return number.isEmpty() ? address : address.scoped((int) number.getAsLong());
  }

  private void add(RoutingDraft draft, List<RoutingEntry> entries) {
    if (draft instanceof RuleDraft rule && rule.priority.isEmpty()) {
      rule.priority = OptionalLong.of(preference(rule));
    }
    draft
        .complete(names, diagnostics)
        .ifPresent(entry -> {
          entry.devices().forEach(device -> check(draft, device));
          entries.add(entry);
        });
  }

  private long preference(RuleDraft rule) {
    long next = nextPreference.merge(rule.family(), LAST_PREFERENCE, (n, _) -> n - 1);
    diagnostics.add(
        Diagnostic.of(
                Code.RULE_WITHOUT_PREFERENCE,
                rule.first.span(),
                "without a preference the order of rules is left to chance; this one has %d"
                    .formatted(next))
            .help("preference N")
            .asKeepalived(
                "Rule has no preference specified - setting to %d. This is probably not what you want."
                    .formatted(next)));
    return next;
  }

  private void check(RoutingDraft draft, InterfaceName device) {
    if (!file.global.dynamicInterfaces && !machine.linkExists(device)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.INTERFACE_ABSENT,
                  draft.first.span(),
                  "there is no interface '%s'".formatted(device))
              .help("set dynamic_interfaces in global_defs if it appears later")
              .asKeepalived(
                  "WARNING - interface %s for route or rule doesn't exist".formatted(device)));
    }
  }
}
