package dev.vrrpd.daemon;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import java.util.function.Consumer;

/**
 * {@code --address-monitoring}: says which addresses come and go on which interfaces, whoever sets
 * them. An address whose flags change has not moved. Confined to the loop.
 */
final class AddressWatch {
  private final KernelView view = new KernelView();
  private final Consumer<String> log;

  AddressWatch(Consumer<String> log) {
    this.log = log;
  }

  void told(KernelEvent event) {
    switch (event) {
      case KernelEvent.AddressChanged(InterfaceAddress address) -> appeared(view, address);
      case KernelEvent.AddressRemoved(InterfaceAddress address) -> gone(address);
      case KernelEvent.Resynchronized(KernelView fresh) -> {
        view.links().stream()
            .flatMap(link -> view.addresses(link.index()).stream())
            .filter(address -> !fresh.has(address.key()))
            .forEach(this::gone);
        fresh.links().stream()
            .flatMap(link -> fresh.addresses(link.index()).stream())
            .forEach(address -> appeared(fresh, address));
      }
      case KernelEvent.LinkChanged _,
          KernelEvent.LinkRemoved _,
          KernelEvent.Completed _,
          KernelEvent.Refused _,
          KernelEvent.RoutingRemoved _,
          KernelEvent.RoutingRefused _ -> {}
    }
    view.apply(event);
  }

  private void appeared(KernelView named, InterfaceAddress address) {
    if (!view.has(address.key())) {
      say(named, address, "added to");
    }
  }

  private void gone(InterfaceAddress address) {
    if (view.has(address.key())) {
      say(view, address, "removed from");
    }
  }

  private void say(KernelView named, InterfaceAddress address, String what) {
    String link =
        named.link(address.linkIndex()).map(Link::name).map(Object::toString).orElse("unknown");
    log.accept("Netlink reflector reports IP %s %s %s".formatted(address.address(), what, link));
  }
}
