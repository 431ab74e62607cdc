package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingKey;
import java.util.Optional;

/** What the kernel tells: by itself, or in answer to a {@link KernelRequest}. */
public sealed interface KernelEvent {

  /** A link appeared or changed. */
  record LinkChanged(Link link) implements KernelEvent {}

  /** A link is gone. */
  record LinkRemoved(Link link) implements KernelEvent {}

  /** An address appeared or changed. */
  record AddressChanged(InterfaceAddress address) implements KernelEvent {}

  record AddressRemoved(InterfaceAddress address) implements KernelEvent {}

  /** A route or rule with a VRRP daemon's mark is gone, whoever removed it. */
  record RoutingRemoved(RoutingKey key) implements KernelEvent {}

  /** Notifications were lost (ENOBUFS) or this is the start: forget the old view, take this one. */
  record Resynchronized(KernelView view) implements KernelEvent {}

  /**
   * Everything the request asked for was tried; each failure came before as {@link Refused} or
   * {@link RoutingRefused}.
   */
  record Completed(KernelRequest request) implements KernelEvent {}

  /**
   * The kernel did not do what it was asked.
   *
   * @param address the one address concerned, if the refusal is about one
   * @param errno errno(3) number
   * @param message the C library's text for it, such as {@code Operation not permitted}
   */
  record Refused(KernelRequest request, Optional<VirtualAddress> address, int errno, String message)
      implements KernelEvent {}

  /** The kernel did not set, or did not remove, a route or a rule; as {@link Refused}. */
  record RoutingRefused(KernelRequest request, RoutingEntry entry, int errno, String message)
      implements KernelEvent {}
}
