package dev.vrrpd.core.config;

import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A {@code vrrp_instance} block.
 *
 * @param link the interface of the advertisements and of addresses without a device of their own;
 *     {@link InterfaceName#NONE} for unicast that goes where the routes lead
 * @param addresses {@code virtual_ipaddress}, all of the router's family, in order
 * @param excludedAddresses {@code virtual_ipaddress_excluded}: never advertised, any family
 * @param trackPrimary false for {@code dont_track_primary}
 * @param placement links of its own, made on {@code link} and others
 * @param upkeep what else it has in the kernel
 */
public record InstanceConfig(
    String name,
    InterfaceName link,
    VirtualRouterParameters parameters,
    List<VirtualAddress> addresses,
    List<VirtualAddress> excludedAddresses,
    Transport transport,
    AnnouncementConfig announcements,
    TrackedObjects tracked,
    boolean trackPrimary,
    NotifyConfig notifications,
    Placement placement,
    Upkeep upkeep) {
  public InstanceConfig {
    addresses = List.copyOf(addresses);
    excludedAddresses = List.copyOf(excludedAddresses);
  }

  /** The same with nothing but addresses, on the links that are there. */
  public InstanceConfig plain() {
    return new InstanceConfig(
        name,
        link,
        parameters,
        addresses,
        excludedAddresses,
        transport,
        announcements,
        tracked,
        trackPrimary,
        notifications,
        Placement.PLAIN,
        Upkeep.STANDARD);
  }

  /** The same by another way. */
  InstanceConfig with(Transport other) {
    return new InstanceConfig(
        name,
        link,
        parameters,
        addresses,
        excludedAddresses,
        other,
        announcements,
        tracked,
        trackPrimary,
        notifications,
        placement,
        upkeep);
  }

  /** Where addresses go that name no device. */
  public InterfaceName home() {
    return placement.home().map(VirtualLink::name).orElse(link);
  }

  /** Where advertisements leave and are heard. */
  public InterfaceName port() {
    return placement.advertisesFromBase() ? link : home();
  }

  /** {@code promote_secondaries}, on its link; links of its own are so anyway. */
  public boolean promotesSecondaries() {
    return upkeep.promotesSecondaries()
        && placement.home().isEmpty()
        && !link.equals(InterfaceName.NONE);
  }

  /** All addresses, the advertised ones first, each with the device that it really goes to. */
  public List<VirtualAddress> placedAddresses() {
    if (excludedAddresses.isEmpty() && placement.equals(Placement.PLAIN)) {
      return addresses;
    }
    return Stream.concat(addresses.stream(), excludedAddresses.stream())
        .map(address -> placement.placed(link, address))
        .toList();
  }

  /** Every link that it stands on, or puts something on, or makes. */
  public Set<InterfaceName> links() {
    Set<InterfaceName> all = new LinkedHashSet<>();
    all.add(link);
    placement
        .links()
        .forEach(own -> {
          all.add(own.base());
          all.add(own.name());
        });
    placedAddresses().forEach(address -> address.device().ifPresent(all::add));
    upkeep.routing().forEach(entry -> all.addAll(entry.devices()));
    return all;
  }

  /** The link that an address really leaves by, below links of the instance's own. */
  public InterfaceName base(VirtualAddress placed) {
    InterfaceName device = placed.device().orElse(link);
    return placement.links().stream()
        .filter(own -> own.name().equals(device))
        .map(VirtualLink::base)
        .findFirst()
        .orElse(device);
  }

  /**
   * The first address on each link other than {@link #home}.
   *
   * @param all every link, or those with a virtual MAC address only
   */
  public List<VirtualAddress> elsewhere(boolean all) {
    Map<InterfaceName, VirtualAddress> first = new LinkedHashMap<>();
    for (VirtualAddress address : placedAddresses()) {
      address
          .device()
          .filter(device -> !device.equals(home()) && (all || hasVirtualMac(device)))
          .ifPresent(device -> first.putIfAbsent(device, address));
    }
    return List.copyOf(first.values());
  }

  /** The first address on each link, below links of the instance's own. */
  public Map<InterfaceName, IpAddress> firstAddresses() {
    Map<InterfaceName, IpAddress> first = new LinkedHashMap<>();
    placedAddresses().forEach(address -> first.putIfAbsent(base(address), address.address()));
    first.remove(InterfaceName.NONE);
    return first;
  }

  private boolean hasVirtualMac(InterfaceName device) {
    return placement.links().stream().anyMatch(own -> own.name().equals(device));
  }

  /** Another VRID, family or link makes another virtual router, whatever its name. */
  public boolean sameRouterAs(InstanceConfig other) {
    return link.equals(other.link)
        && placement.equals(other.placement)
        && parameters.vrid().equals(other.parameters.vrid())
        && parameters.family() == other.parameters.family();
  }
}
