package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is allowed and hardly meant. keepalived says nothing about any of it. */
final class Suspicions {
  private static final Set<String> SHELL_WORDS = Set.of("|", "||", "&&", ";", ">", ">>", "<", "&");
  private static final int LEAST = 1;
  private static final int GREATEST = 254;

  private final FileDraft file;
  private final Diagnostics diagnostics;

  Suspicions(FileDraft file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  void voice(List<InstanceConfig> instances, List<ScriptConfig> scripts) {
    if (file.instances.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.NO_INSTANCE, Span.NOWHERE, "there is no vrrp_instance: nothing is done")
              .help("vrrp_instance NAME { ... }"));
    }
    sharedAddresses(instances);
    instances.forEach(this::weights);
    instances.forEach(this::firstAddress);
    scripts.forEach(this::script);
  }

  private record Where(IpAddress address, InterfaceName link) {}

  private void sharedAddresses(List<InstanceConfig> instances) {
    Map<Where, String> owners = new HashMap<>();
    for (InstanceConfig instance : instances) {
      Stream.concat(instance.addresses().stream(), instance.excludedAddresses().stream())
          .forEach(address -> sharedAddress(owners, instance, address));
    }
  }

  private void sharedAddress(
      Map<Where, String> owners, InstanceConfig instance, VirtualAddress address) {
    InterfaceName link = address.device().orElse(instance.link());
    String other = owners.putIfAbsent(new Where(address.address(), link), instance.name());
    if (other != null && !other.equals(instance.name())) {
      diagnostics.add(
          Diagnostic.of(
                  Code.ADDRESS_IN_TWO_INSTANCES,
                  spanOf(instance, address),
                  "%s on %s belongs to '%s' already".formatted(address.address(), link, other))
              .help("leave it to one of them"));
    }
  }

  private Span spanOf(InstanceConfig instance, VirtualAddress address) {
    InstanceDraft draft = file.instances.get(instance.name());
    return Stream.concat(draft.addresses.stream(), draft.excludedAddresses.stream())
        .filter(placed -> placed.value().equals(address))
        .map(AddressDraft::span)
        .findFirst()
        .orElse(draft.header());
  }

  private void weights(InstanceConfig instance) {
    int base = instance.parameters().priority().value();
    if (instance.parameters().owner()) {
      return;
    }
    instance.tracked().conditions().stream()
        .filter(tracked -> tracked.weight() != 0)
        .filter(tracked -> Math.clamp(base + contribution(tracked), LEAST, GREATEST) == base)
        .forEach(tracked -> clamped(instance, tracked, base));
  }

  /** What its one effective outcome adds: success for weights above 0, failure for those below. */
  private static int contribution(Tracked tracked) {
    return tracked.reverse() ? -tracked.weight() : tracked.weight();
  }

  private void clamped(InstanceConfig instance, Tracked tracked, int base) {
    InstanceDraft draft = file.instances.get(instance.name());
    Span span =
        draft
            .tracked
            .all()
            .map(use -> use.entry().name())
            .filter(name -> name.text().equals(tracked.name()))
            .findFirst()
            .map(Word::span)
            .orElse(draft.header());
    diagnostics.add(
        Diagnostic.of(
                Code.WEIGHT_CLAMPED,
                span,
                "weight %d cannot move priority %d any further".formatted(tracked.weight(), base))
            .help("choose a base priority with room for it"));
  }

  private void firstAddress(InstanceConfig instance) {
    if (instance.parameters().family() == Family.IPV6 && !instance.addresses().isEmpty()) {
      VirtualAddress first = instance.addresses().getFirst();
      if (!first.address().isLinkLocal()) {
        diagnostics.add(
            Diagnostic.of(
                    Code.FIRST_ADDRESS_NOT_LINK_LOCAL,
                    spanOf(instance, first),
                    "%s is not link-local".formatted(first.address()))
                .help("put an address of fe80::/64 in front: hosts use it as their router"));
      }
    }
  }

  private void script(ScriptConfig script) {
    ScriptDraft draft = file.scripts.get(script.name());
    Span span = draft.command.map(Placed::span).orElse(draft.header());
    List<String> arguments = script.command().words();
    if (script.probe().isEmpty() && arguments.stream().skip(1).anyMatch(SHELL_WORDS::contains)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.SHELL_SYNTAX,
                  span,
                  "'%s' gets shell syntax as plain arguments".formatted(arguments.getFirst()))
              .help("/bin/sh -c '...', or a script of its own"));
    }
    if (script.probe().isEmpty() && script.timeout().compareTo(script.interval()) > 0) {
      diagnostics.add(
          Diagnostic.of(
                  Code.TIMEOUT_BEYOND_INTERVAL,
                  draft.place("timeout"),
                  "a run of '%s' may take longer than its interval".formatted(script.name()))
              .help("timeout up to interval"));
    }
  }
}
