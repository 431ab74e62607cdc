package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Placement;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.Vrid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The links that an instance makes for itself: {@code use_vmac}, {@code use_ipvlan}. */
final class PlacementAssembly {
  private final InstanceDraft draft;
  private final LinkNames names;
  private final Diagnostics diagnostics;
  private final Family family;
  private final Vrid vrid;
  private final Function<Word, OptionalInt> groups;

  /** {@code groups}: the number of a group of links, empty after reporting. */
  PlacementAssembly(
      InstanceDraft draft,
      LinkNames names,
      Family family,
      Vrid vrid,
      Function<Word, OptionalInt> groups,
      Diagnostics diagnostics) {
    this.draft = draft;
    this.names = names;
    this.family = family;
    this.vrid = vrid;
    this.groups = groups;
    this.diagnostics = diagnostics;
  }

  Placement complete(InterfaceName link) {
    if (draft.link.isEmpty() && (draft.virtualMac.isPresent() || draft.ipvlan.isPresent())) {
      reportNoBase(draft.virtualMac.isPresent() ? "use_vmac" : "use_ipvlan");
      return Placement.PLAIN;
    }
    Optional<VirtualLink> home =
        draft
            .virtualMac
            .map(wish -> macvlan(link, wish))
            .or(() -> draft.ipvlan.filter(this::usable).map(wish -> ipvlan(link, wish)));
    Placement sought =
        new Placement(home, advertisesFromBase(home), draft.everyAddressVirtual, List.of());
    return new Placement(
        home, sought.advertisesFromBase(), draft.everyAddressVirtual, others(link, sought));
  }

  private void reportNoBase(String keyword) {
    diagnostics.add(
        Diagnostic.of(
                Code.OPTION_IGNORED,
                draft.place(keyword),
                "without an interface there is nothing that %s could stand on".formatted(keyword))
            .asKeepalived(
                "(%s): Cannot use VMAC/ipvlan with unicast and no interface - clearing use_vmac"
                    .formatted(draft.name)));
  }

  private OptionalInt group(Optional<Word> wish) {
    return wish.map(groups).orElse(OptionalInt.empty());
  }

  private VirtualLink macvlan(InterfaceName link, VirtualMacWords.Wish wish) {
    if (draft.ipvlan.isPresent()) {
      report(Code.INVALID_OPTION, "use_ipvlan", "use_ipvlan does not go together with use_vmac");
    }
    return new VirtualLink(
        names.home(draft, family, vrid.value()),
        link,
        new VirtualLink.PrivateMacvlan(mac(wish)),
        group(wish.group()));
  }

  private MacAddress mac(VirtualMacWords.Wish wish) {
    if (wish.octets().isPresent() && draft.strict()) {
      report(Code.STRICT_ADJUSTMENT, "use_vmac", "strict mode has the standard's MAC address only");
      return MacAddress.virtualRouter(family, vrid);
    }
    return wish.octets()
        .map(octets -> {
          long bits = VirtualMacWords.bits(octets);
          boolean whole = octets.split(":", -1).length == 6;
          return new MacAddress(whole ? bits : bits << 8 | vrid.value());
        })
        .orElseGet(() -> MacAddress.virtualRouter(family, vrid));
  }

  /** An ipvlan has its base's MAC address: without one of its own, IPv4 has no source address. */
  private boolean usable(IpvlanWords.Wish wish) {
    boolean sourced = wish.source().map(IpAddress::family).filter(family::equals).isPresent();
    if (family == Family.IPV4 && !sourced) {
      report(
          Code.IPVLAN_WITHOUT_ADDRESS,
          "use_ipvlan",
          "an ipvlan needs an IPv4 address of its own to advertise from");
      return false;
    }
    return true;
  }

  private VirtualLink ipvlan(InterfaceName link, IpvlanWords.Wish wish) {
    return new VirtualLink(
        names.home(draft, family, vrid.value()),
        link,
        new VirtualLink.Ipvlan(wish.isolation()),
        group(wish.group()));
  }

  /** Peers know a unicast router by the address of its base. */
  private boolean advertisesFromBase(Optional<VirtualLink> home) {
    if (draft.advertisesFromBase && draft.strict()) {
      report(Code.STRICT_ADJUSTMENT, "vmac_xmit_base", "strict mode has no vmac_xmit_base");
      return !draft.peers.isEmpty();
    }
    if (draft.advertisesFromBase && home.isEmpty()) {
      report(
          Code.OPTION_IGNORED, "vmac_xmit_base", "vmac_xmit_base means nothing without use_vmac");
    }
    return home.isPresent() && (draft.advertisesFromBase || !draft.peers.isEmpty());
  }

  private List<VirtualLink> others(InterfaceName link, Placement sought) {
    Set<InterfaceName> bases = new LinkedHashSet<>();
    Stream.concat(draft.addresses.stream(), draft.excludedAddresses.stream())
        .map(draft::placed)
        .filter(address -> sought.separate(link, address))
        .map(VirtualAddress::device)
        .forEach(device -> bases.add(device.orElse(link)));
    List<VirtualLink> others = new ArrayList<>();
    for (InterfaceName base : bases) {
      others.add(
          new VirtualLink(
              names.other(draft, family, vrid.value()),
              base,
              new VirtualLink.PrivateMacvlan(MacAddress.virtualRouter(family, vrid)),
              sought.home().map(VirtualLink::group).orElse(OptionalInt.empty())));
    }
    return others;
  }

  private void report(Code code, String keyword, String message) {
    diagnostics.add(Diagnostic.of(code, draft.place(keyword), message));
  }
}
