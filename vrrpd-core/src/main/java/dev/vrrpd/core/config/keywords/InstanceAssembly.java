package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.AnnouncementConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.Upkeep;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Completes one instance: what it needs to exist, then what it is told. */
final class InstanceAssembly {
  private static final InterfaceName PLACEHOLDER = new InterfaceName("missing");
  private static final int MOST_ADDRESSES = 255;
  private static final int IPV4_OVERHEAD = 20 + 8 + 8;
  private static final int IPV6_OVERHEAD = 40 + 8;

  private final InstanceDraft draft;
  private final LinkNames names;
  private final RoutingAssembly routing;
  private final Machine machine;
  private final Diagnostics diagnostics;

  InstanceAssembly(
      InstanceDraft draft,
      LinkNames names,
      RoutingAssembly routing,
      Machine machine,
      Diagnostics diagnostics) {
    this.draft = draft;
    this.names = names;
    this.routing = routing;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  /**
   * The instance; empty after reporting what it cannot be without. It is completed all the same, so
   * that its other mistakes show at once.
   */
  Optional<InstanceConfig> complete(TrackAssembly tracking) {
    Optional<InterfaceName> link = new InstanceLink(draft, machine, diagnostics).complete();
    Version version = version();
    checkDevices();
    checkAddresses(version);
    if (draft.vrid.isEmpty()) {
      reportMissingVrid();
    }
    InstanceConfig instance = complete(link.orElse(PLACEHOLDER), version, tracking);
    return link.isEmpty() || draft.vrid.isEmpty() ? Optional.empty() : Optional.of(instance);
  }

  private InstanceConfig complete(InterfaceName link, Version version, TrackAssembly tracking) {
    List<VirtualAddress> addresses = values(draft.addresses);
    int fitting = Math.min(addresses.size(), capacity(link));
    List<VirtualAddress> excluded = new ArrayList<>(addresses.subList(fitting, addresses.size()));
    excluded.addAll(values(draft.excludedAddresses));
    VirtualRouterParameters parameters =
        new ParameterAssembly(draft, version, machine, diagnostics)
            .complete(addresses.subList(0, fitting));
    AnnouncementConfig announcements =
        draft.announcements.complete(draft.file.global.announcements, draft.strict());
    return new InstanceConfig(
        draft.name,
        link,
        parameters,
        addresses.subList(0, fitting),
        excluded,
        new TransportAssembly(draft, diagnostics).complete(),
        announcements,
        tracking.objects(draft.link, parameters.owner()).following(others(link)),
        draft.trackPrimary,
        draft.notifications.complete(draft.file.global.doors),
        new PlacementAssembly(
                draft, names, family(), parameters.vrid(), routing::group, diagnostics)
            .complete(link),
        new Upkeep(
            routing.complete(draft.routes, draft.rules),
            draft.onLoss.orElse(draft.file.global.onLoss),
            draft.promotesSecondaries));
  }

  private List<VirtualAddress> values(List<AddressDraft> entries) {
    return entries.stream()
        .map(entry -> routing.scoped(draft.placed(entry), entry.scope()))
        .toList();
  }

  private Set<InterfaceName> others(InterfaceName own) {
    Set<InterfaceName> followed = new LinkedHashSet<>(draft.followed);
    followed.remove(own);
    return followed;
  }

  private Family family() {
    return draft.family.orElse(Family.IPV4);
  }

  private Version version() {
    Version version =
        draft.version.orElseGet(() ->
            family() == Family.IPV6 ? Version.V3 : draft.file.global.version.orElse(Version.V2));
    if (version == Version.V2 && family() == Family.IPV6 && draft.strict()) {
      diagnostics.add(
          Diagnostic.of(
              Code.STRICT_ADJUSTMENT,
              draft.place("version"),
              "strict mode has no version 2 for IPv6; version 3 is used"));
      return Version.V3;
    }
    return version;
  }

  private void checkDevices() {
    if (draft.file.global.dynamicInterfaces) {
      return;
    }
    for (List<AddressDraft> list : List.of(draft.addresses, draft.excludedAddresses)) {
      for (AddressDraft entry : list) {
        draft
            .placed(entry)
            .device()
            .filter(device -> !machine.linkExists(device))
            .ifPresent(device -> reportAbsent(device, entry));
      }
    }
  }

  private void reportAbsent(InterfaceName device, AddressDraft entry) {
    diagnostics.add(
        Diagnostic.of(
                Code.INTERFACE_ABSENT, entry.span(), "there is no interface '%s'".formatted(device))
            .help("set dynamic_interfaces in global_defs if it appears later")
            .asKeepalived(
                "WARNING - interface %s for ip address %s doesn't exist"
                    .formatted(device, entry.value().addressText())));
  }

  private void checkAddresses(Version version) {
    checkFirstAddress();
    if (!draft.addresses.isEmpty() || (draft.noAddresses && !draft.strict())) {
      return;
    }
    boolean required = version == Version.V3 || draft.strict();
    diagnostics.add(
        Diagnostic.of(
                required ? Code.ADDRESS_REQUIRED : Code.NO_ADDRESS,
                draft.place("virtual_ipaddress"),
                "the instance '%s' has no virtual address".formatted(draft.name))
            .help("virtual_ipaddress { ADDRESS/LEN }")
            .asKeepalivedOverall(
                "%s No VIP specified; at least one is %s"
                    .formatted(draft.label(), required ? "required" : "sensible")));
  }

  /** RFC 9568 section 5.2.9. */
  private void checkFirstAddress() {
    if (draft.strict() && family() == Family.IPV6 && !draft.addresses.isEmpty()) {
      AddressDraft first = draft.addresses.getFirst();
      if (!first.value().address().isLinkLocal()) {
        diagnostics.add(
            Diagnostic.of(
                    Code.STRICT_VIOLATION,
                    first.span(),
                    "strict mode wants a link-local address first")
                .help("a link-local address, fe80::..., before all others"));
      }
    }
  }

  /** How many addresses one advertisement carries; the rest is set, but not advertised. */
  private int capacity(InterfaceName link) {
    int room = machine.mtu(link) - (family() == Family.IPV4 ? IPV4_OVERHEAD : IPV6_OVERHEAD);
    int capacity = Math.clamp(room / family().addressOctets(), 1, MOST_ADDRESSES);
    if (draft.addresses.size() > capacity) {
      diagnostics.add(
          Diagnostic.of(
                  Code.TOO_MANY_ADDRESSES,
                  draft.addresses.get(capacity).span(),
                  "an advertisement on %s carries %d addresses; this one and those below are set, but not advertised"
                      .formatted(link, capacity))
              .help("move them to virtual_ipaddress_excluded, or to another instance"));
    }
    return capacity;
  }

  private void reportMissingVrid() {
    diagnostics.add(
        Diagnostic.of(
                Code.NO_VRID,
                draft.place("virtual_router_id"),
                "the instance '%s' has no usable virtual_router_id".formatted(draft.name))
            .help("virtual_router_id 51")
            .asKeepalivedOverall("%s the virtual router id must be set".formatted(draft.label())));
  }
}
