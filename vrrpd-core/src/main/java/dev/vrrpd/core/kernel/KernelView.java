package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Links and addresses of this host, as last told by the kernel. Mutable only through {@link
 * #apply}; confined to the loop.
 */
public final class KernelView {
  private final Map<Integer, Link> links = new TreeMap<>();

  /** In the kernel's order, which says which IPv4 address of a link is the primary one. */
  private final Map<InterfaceAddress.Key, InterfaceAddress> addresses = new LinkedHashMap<>();

  public KernelView() {}

  public KernelView(Collection<Link> links, Collection<InterfaceAddress> addresses) {
    links.forEach(link -> this.links.put(link.index(), link));
    addresses.forEach(address -> this.addresses.put(address.key(), address));
  }

  /** Takes what the kernel told into the picture; answers to requests change nothing. */
  public void apply(KernelEvent event) {
    switch (event) {
      case KernelEvent.LinkChanged(Link link) -> links.put(link.index(), link);
      case KernelEvent.LinkRemoved(Link link) -> {
        links.remove(link.index());
        addresses.keySet().removeIf(key -> key.linkIndex() == link.index());
      }
      case KernelEvent.AddressChanged(InterfaceAddress address) ->
          addresses.put(address.key(), address);
      case KernelEvent.AddressRemoved(InterfaceAddress address) -> addresses.remove(address.key());
      case KernelEvent.Resynchronized(KernelView fresh) -> {
        links.clear();
        links.putAll(fresh.links);
        addresses.clear();
        addresses.putAll(fresh.addresses);
      }
      case KernelEvent.RoutingRemoved _,
          KernelEvent.Completed _,
          KernelEvent.Refused _,
          KernelEvent.RoutingRefused _ -> {}
    }
  }

  public Optional<Link> link(InterfaceName name) {
    return links.values().stream().filter(link -> link.name().equals(name)).findFirst();
  }

  public Optional<Link> link(int index) {
    return Optional.ofNullable(links.get(index));
  }

  public Collection<Link> links() {
    return List.copyOf(links.values());
  }

  /** In the kernel's order. */
  public List<InterfaceAddress> addresses(int linkIndex) {
    List<InterfaceAddress> found = new ArrayList<>();
    for (InterfaceAddress address : addresses.values()) {
      if (address.linkIndex() == linkIndex) {
        found.add(address);
      }
    }
    return found;
  }

  /** On all links together. */
  public int addressCount() {
    return addresses.size();
  }

  public Optional<InterfaceAddress> address(InterfaceAddress.Key key) {
    return Optional.ofNullable(addresses.get(key));
  }

  public boolean has(InterfaceAddress.Key key) {
    return addresses.containsKey(key);
  }

  /**
   * The primary address of a link (RFC 9568 section 1.2): the first usable IPv4 address, the first
   * usable link-local IPv6 address.
   *
   * @param virtual addresses that are virtual themselves and so cannot be it
   */
  public Optional<IpAddress> primaryAddress(
      int linkIndex, Family family, Collection<IpAddress> virtual) {
    return addresses(linkIndex).stream()
        .filter(address -> address.address().family() == family && address.usable())
        .map(InterfaceAddress::address)
        .filter(address -> family == Family.IPV4 || address.isLinkLocal())
        .filter(address -> !virtual.contains(address))
        .findFirst();
  }
}
