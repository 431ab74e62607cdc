package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The addresses of a {@link FakeKernel}, primary and secondary ones. */
final class FakeAddresses {
  private static final int SECONDARY = 0x01;

  private final Consumer<KernelEvent> tell;
  private final Map<InterfaceAddress.Key, InterfaceAddress> addresses = new LinkedHashMap<>();
  private final Set<Integer> promoting = new HashSet<>();

  FakeAddresses(Consumer<KernelEvent> tell) {
    this.tell = tell;
  }

  Collection<InterfaceAddress> all() {
    return addresses.values();
  }

  /** In the order in which they came. */
  List<InterfaceAddress> on(int link) {
    return addresses.values().stream().filter(known -> known.linkIndex() == link).toList();
  }

  Optional<InterfaceAddress> at(InterfaceAddress.Key key) {
    return Optional.ofNullable(addresses.get(key));
  }

  void promote(int link, boolean on) {
    if (on) {
      promoting.add(link);
    } else {
      promoting.remove(link);
    }
  }

  boolean promotes(int link) {
    return promoting.contains(link);
  }

  /** A secondary address must have its primary's scope. */
  boolean scopesDiffer(int link, VirtualAddress address) {
    return primaryOf(link, address.address(), address.prefixLength())
        .filter(primary -> primary.scope() != address.scope())
        .isPresent();
  }

  /** The IPv4 address of the same subnet that came first. */
  private Optional<InterfaceAddress> primaryOf(int link, IpAddress address, int prefixLength) {
    return address.family() == Family.IPV6
        ? Optional.empty()
        : on(link).stream().filter(known -> inSubnetOf(known, address, prefixLength)).findFirst();
  }

  private static boolean inSubnetOf(InterfaceAddress known, IpAddress address, int prefixLength) {
    return !known.secondary()
        && known.prefixLength() == prefixLength
        && known.address().sharesPrefix(address, prefixLength);
  }

  /** Unless it is there. */
  void put(InterfaceAddress address) {
    boolean secondary =
        primaryOf(address.linkIndex(), address.address(), address.prefixLength()).isPresent();
    if (!addresses.containsKey(address.key())) {
      replace(address, address.flags() | (secondary ? SECONDARY : 0));
    }
  }

  /** The same with other flags. */
  void replace(InterfaceAddress address, int flags) {
    InterfaceAddress fresh =
        new InterfaceAddress(
            address.linkIndex(),
            address.address(),
            address.prefixLength(),
            address.scope(),
            flags,
            address.protocol());
    addresses.put(fresh.key(), fresh);
    tell.accept(new KernelEvent.AddressChanged(fresh));
  }

  /** A primary IPv4 address takes its secondaries along, or has the next one in its place. */
  void remove(InterfaceAddress address) {
    drop(address);
    if (address.address().family() == Family.IPV6 || address.secondary()) {
      return;
    }
    List<InterfaceAddress> secondaries =
        on(address.linkIndex()).stream()
            .filter(other -> other.secondary() && other.prefixLength() == address.prefixLength())
            .filter(other -> other.address().sharesPrefix(address.address(), other.prefixLength()))
            .toList();
    if (promotes(address.linkIndex())) {
      secondaries.stream().limit(1).forEach(next -> replace(next, next.flags() & ~SECONDARY));
    } else {
      secondaries.forEach(this::drop);
    }
  }

  /** This one alone. */
  void drop(InterfaceAddress address) {
    if (addresses.remove(address.key()) != null) {
      tell.accept(new KernelEvent.AddressRemoved(address));
    }
  }
}
