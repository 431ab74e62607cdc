package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.netlink.rtnetlink.NetworkMonitor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which links' addresses are listened to: all, until somebody says by name which matter. Follows
 * the names as links come, go and are renamed. What happened on a link while nobody listened is
 * told when somebody does.
 */
final class Attention {
  private final NetworkMonitor monitor;
  private final KernelView view;
  private final Consumer<KernelEvent> events;
  private Optional<Set<InterfaceName>> names = Optional.empty();

  /** Empty: all. */
  private Optional<Set<Integer>> indexes = Optional.empty();

  Attention(NetworkMonitor monitor, KernelView view, Consumer<KernelEvent> events) {
    this.monitor = monitor;
    this.view = view;
    this.events = events;
  }

  void use(Set<InterfaceName> wanted) {
    names = Optional.of(Set.copyOf(wanted));
    adjust();
  }

  /** After the view has taken it in. */
  void told(KernelEvent event) {
    switch (event) {
      case KernelEvent.LinkChanged(Link link) -> {
        if (names.filter(wanted -> wanted.contains(link.name())).isPresent() != heard(link)) {
          adjust();
        }
      }
      case KernelEvent.LinkRemoved(Link link) when heard(link) -> adjust();
      case KernelEvent.Resynchronized _ -> adjust();
      default -> {}
    }
  }

  private boolean heard(Link link) {
    return indexes.filter(known -> known.contains(link.index())).isPresent();
  }

  private void adjust() {
    if (names.isEmpty()) {
      return;
    }
    Set<Integer> wanted =
        view.links().stream()
            .filter(link -> names.get().contains(link.name()))
            .map(Link::index)
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<Set<Integer>> before = indexes;
    if (before.equals(Optional.of(wanted))) {
      return;
    }
    indexes = Optional.of(wanted);
    monitor.attend(wanted);
    before.ifPresent(
        known -> wanted.stream().filter(index -> !known.contains(index)).forEach(this::catchUp));
  }

  private void catchUp(int index) {
    List<InterfaceAddress> present = monitor.addresses(index);
    Set<InterfaceAddress.Key> keys =
        present.stream().map(InterfaceAddress::key).collect(Collectors.toSet());
    List<InterfaceAddress> before = view.addresses(index);
    before.stream()
        .filter(known -> !keys.contains(known.key()))
        .forEach(known -> events.accept(new KernelEvent.AddressRemoved(known)));
    present.stream()
        .filter(address -> !before.contains(address))
        .forEach(address -> events.accept(new KernelEvent.AddressChanged(address)));
  }
}
