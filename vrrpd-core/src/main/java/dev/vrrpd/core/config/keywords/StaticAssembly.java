package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.StaticConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Suggestion;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Static addresses, routes and rules, and the instances that follow their interfaces. */
final class StaticAssembly {

  private final FileDraft file;
  private final Machine machine;
  private final Diagnostics diagnostics;

  StaticAssembly(FileDraft file, Machine machine, Diagnostics diagnostics) {
    this.file = file;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  /** Before the instances are completed, which learn here what they follow. */
  StaticConfig complete(RoutingAssembly routing) {
    file.trackGroups.values().forEach(this::checkMembers);
    List<VirtualAddress> addresses = new ArrayList<>();
    for (StaticAddressLine.Entry entry : file.staticAddresses) {
      VirtualAddress address =
          routing.scoped(file.global.placed(entry.address().value()), entry.address().scope());
      InterfaceName device = address.device().orElseThrow();
      checkDevice(device, entry.address());
      follow(entry.trackGroup(), List.of(device));
      addresses.add(address);
    }
    for (List<RoutingDraft> drafts : List.of(file.staticRoutes, file.staticRules)) {
      drafts.forEach(draft -> follow(draft.trackGroup, draft.devices()));
    }
    return new StaticConfig(addresses, routing.complete(file.staticRoutes, file.staticRules));
  }

  private void checkDevice(InterfaceName device, AddressDraft entry) {
    if (!file.global.dynamicInterfaces && !machine.linkExists(device)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.INTERFACE_ABSENT,
                  entry.span(),
                  "there is no interface '%s'".formatted(device))
              .help("set dynamic_interfaces in global_defs if it appears later")
              .asKeepalived(
                  "WARNING - interface %s for ip address %s doesn't exist"
                      .formatted(device, entry.value().addressText())));
    }
  }

  private void follow(Optional<Word> group, List<InterfaceName> devices) {
    if (group.isEmpty()) {
      return;
    }
    TrackGroupDraft known = file.trackGroups.get(group.get().text());
    if (known == null) {
      unknown(group.get(), "track_group", file.trackGroups.keySet());
    } else if (devices.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.OPTION_IGNORED,
                  group.get().span(),
                  "only what names an interface can be followed")
              .help("add dev INTERFACE"));
    } else {
      known.members.stream()
          .map(member -> file.instances.get(member.text()))
          .filter(instance -> instance != null)
          .forEach(instance -> instance.followed.addAll(devices));
    }
  }

  private void checkMembers(TrackGroupDraft group) {
    group.members.stream()
        .filter(member -> !file.instances.containsKey(member.text()))
        .forEach(member -> unknown(member, "vrrp_instance", file.instances.keySet()));
  }

  private void unknown(Word word, String what, Collection<String> known) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.UNKNOWN_NAME,
            word.span(),
            "there is no %s '%s'; it is ignored".formatted(what, word));
    diagnostics.add(
        Suggestion.nearest(word.text(), known)
            .map(near -> diagnostic.help("did you mean '%s'?".formatted(near)))
            .orElse(diagnostic));
  }
}
