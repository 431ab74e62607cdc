package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.Collection;
import java.util.HashMap;
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
  private final Map<InterfaceName, Link> named = new HashMap<>();

  /** By link, in the kernel's order, which says which IPv4 address is the primary one. */
  private final Map<Integer, Map<InterfaceAddress.Key, InterfaceAddress>> addresses =
      new HashMap<>();

  private int addressCount;

  public KernelView() {}

  public KernelView(Collection<Link> links, Collection<InterfaceAddress> addresses) {
    links.forEach(this::put);
    addresses.forEach(this::put);
  }

  /** Takes what the kernel told into the picture; answers to requests change nothing. */
  public void apply(KernelEvent event) {
    switch (event) {
      case KernelEvent.LinkChanged(Link link) -> put(link);
      case KernelEvent.LinkRemoved(Link link) -> {
        forget(link.index());
        addressCount -= on(link.index()).size();
        addresses.remove(link.index());
      }
      case KernelEvent.AddressChanged(InterfaceAddress address) -> put(address);
      case KernelEvent.AddressRemoved(InterfaceAddress address) -> remove(address);
      case KernelEvent.Resynchronized(KernelView fresh) -> {
        links.clear();
        named.clear();
        addresses.clear();
        addressCount = 0;
        fresh.links.values().forEach(this::put);
        fresh.addresses.values().forEach(link -> link.values().forEach(this::put));
      }
      case KernelEvent.RoutingRemoved _,
          KernelEvent.Completed _,
          KernelEvent.Refused _,
          KernelEvent.RoutingRefused _ -> {}
    }
  }

  private void put(Link link) {
    forget(link.index());
    links.put(link.index(), link);
    named.put(link.name(), link);
  }

  /** Another link may have taken its name meanwhile. */
  private void forget(int index) {
    Link link = links.remove(index);
    if (link != null) {
      named.remove(link.name(), link);
    }
  }

  private void put(InterfaceAddress address) {
    Map<InterfaceAddress.Key, InterfaceAddress> link =
        addresses.computeIfAbsent(address.linkIndex(), _ -> new LinkedHashMap<>());
    if (link.put(address.key(), address) == null) {
      addressCount++;
    }
  }

  private void remove(InterfaceAddress address) {
    Map<InterfaceAddress.Key, InterfaceAddress> link = addresses.get(address.linkIndex());
    if (link != null && link.remove(address.key()) != null) {
      addressCount--;
    }
  }

  private Map<InterfaceAddress.Key, InterfaceAddress> on(int linkIndex) {
    return addresses.getOrDefault(linkIndex, Map.of());
  }

  public Optional<Link> link(InterfaceName name) {
    return Optional.ofNullable(named.get(name));
  }

  public Optional<Link> link(int index) {
    return Optional.ofNullable(links.get(index));
  }

  public Collection<Link> links() {
    return List.copyOf(links.values());
  }

  /** In the kernel's order. */
  public List<InterfaceAddress> addresses(int linkIndex) {
    return List.copyOf(on(linkIndex).values());
  }

  /** On all links together. */
  public int addressCount() {
    return addressCount;
  }

  public Optional<InterfaceAddress> address(InterfaceAddress.Key key) {
    return Optional.ofNullable(on(key.linkIndex()).get(key));
  }

  public boolean has(InterfaceAddress.Key key) {
    return on(key.linkIndex()).containsKey(key);
  }

  /**
   * The primary address of a link (RFC 9568 section 1.2): the first usable IPv4 address, the first
   * usable link-local IPv6 address.
   *
   * @param virtual addresses that are virtual themselves and so cannot be it
   */
  public Optional<IpAddress> primaryAddress(
      int linkIndex, Family family, Collection<IpAddress> virtual) {
    for (InterfaceAddress address : on(linkIndex).values()) {
      if (address.address().family() == family
          && address.usable()
          && (family == Family.IPV4 || address.address().isLinkLocal())
          && !virtual.contains(address.address())) {
        return Optional.of(address.address());
      }
    }
    return Optional.empty();
  }
}
