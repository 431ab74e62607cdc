package dev.vrrpd.core.config;

import dev.vrrpd.core.protocol.VirtualRouterParameters;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.List;

/**
 * A {@code vrrp_instance} block.
 *
 * @param link the interface of the advertisements and of addresses without a device of their own
 * @param addresses {@code virtual_ipaddress}, all of the router's family, in order
 * @param excludedAddresses {@code virtual_ipaddress_excluded}: never advertised, any family
 * @param trackPrimary false for {@code dont_track_primary}
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
    NotifyConfig notifications) {
  public InstanceConfig {
    addresses = List.copyOf(addresses);
    excludedAddresses = List.copyOf(excludedAddresses);
  }

  /** Another VRID, family or link makes another virtual router, whatever its name. */
  public boolean sameRouterAs(InstanceConfig other) {
    return link.equals(other.link)
        && parameters.vrid().equals(other.parameters.vrid())
        && parameters.family() == other.parameters.family();
  }
}
