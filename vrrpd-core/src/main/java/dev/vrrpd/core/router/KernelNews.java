package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.routing.RoutingKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes what the kernel tells by itself into the picture, and tells those whom it concerns. */
final class KernelNews {
  private final Links links;
  private final Roster roster;
  private final Outbox outbox;
  private final Steadiness steadiness;

  KernelNews(Links links, Roster roster, Outbox outbox, Steadiness steadiness) {
    this.links = links;
    this.roster = roster;
    this.outbox = outbox;
    this.steadiness = steadiness;
  }

  void accept(KernelEvent event, Moment now) {
    switch (event) {
      case KernelEvent.LinkChanged(Link link) -> linkChanged(link, event, now);
      case KernelEvent.LinkRemoved(Link link) -> linkRemoved(link, event, now);
      case KernelEvent.AddressChanged(InterfaceAddress address) -> {
        links.apply(event);
        if (!links.isVirtual(address.address())) {
          ownAddressMoved(address, now);
        } else if (address.duplicate()) {
          roster
              .holding(address.address())
              .forEach(holder -> holder.doubt(held -> held.suspectLoss(now)));
        }
      }
      case KernelEvent.AddressRemoved(InterfaceAddress address) -> {
        links.apply(event);
        if (links.isVirtual(address.address())) {
          roster
              .holding(address.address())
              .forEach(holder -> holder.doubt(held -> held.suspectLoss(now)));
        } else {
          ownAddressMoved(address, now);
        }
      }
      case KernelEvent.Resynchronized _ -> resynchronized(event, now);
      case KernelEvent.RoutingRemoved(RoutingKey key) ->
          roster.all().forEach(router -> router.doubt(held -> held.routingRemoved(key, now)));
      case KernelEvent.Completed _, KernelEvent.Refused _, KernelEvent.RoutingRefused _ -> {}
    }
  }

  private void ownAddressMoved(InterfaceAddress address, Moment now) {
    links.link(address.linkIndex()).ifPresent(link -> lookAgain(link.name(), now));
    lookAgain(InterfaceName.NONE, now);
  }

  private void linkChanged(Link link, KernelEvent event, Moment now) {
    Optional<Link> before = links.link(link.index());
    links.apply(event);
    Optional<Link> renamed = before.filter(known -> !known.name().equals(link.name()));
    renamed.ifPresent(known -> gone(known, now));
    steadiness.seen(link, now);
    if (before.isEmpty() || renamed.isPresent()) {
      tell(link, new Note.LinkAdded(link.name()));
    }
    boolean wasOperational = before.filter(Link::operational).isPresent() && renamed.isEmpty();
    if (wasOperational != link.operational()) {
      tell(link, new Note.LinkReported(link.name(), link.operational()));
      roster
          .concernedBy(link.name())
          .forEach(router -> router.doubt(held -> held.suspectRouting(now)));
    }
    List<VirtualRouter> steadfast =
        !wasOperational && link.operational()
            ? roster.concernedBy(link.name()).stream().filter(VirtualRouter::active).toList()
            : List.of();
    lookAgain(link.name(), now);
    steadfast.forEach(router -> router.announce(told -> told.doubted(now)));
  }

  private void linkRemoved(Link link, KernelEvent event, Moment now) {
    Link before = links.link(link.index()).orElse(link);
    links.apply(event);
    gone(before, now);
  }

  private void gone(Link link, Moment now) {
    steadiness.gone(link.name());
    if (link.operational()) {
      tell(link, new Note.LinkReported(link.name(), false));
    }
    lookAgain(link.name(), now);
    tell(link, new Note.LinkDeleted(link.name()));
  }

  /** Notifications were lost: whatever differs is told as if it had just happened. */
  private void resynchronized(KernelEvent event, Moment now) {
    boolean first = !links.known();
    Map<InterfaceName, Link> before = byName(links.all());
    links.apply(event);
    links.all().forEach(link -> steadiness.seen(link, now));
    if (first) {
      return;
    }
    Map<InterfaceName, Link> after = byName(links.all());
    Set<InterfaceName> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.stream().filter(name -> !after.containsKey(name)).forEach(steadiness::gone);
    for (InterfaceName name : names) {
      boolean was = operational(before.get(name));
      boolean is = operational(after.get(name));
      if (was != is && !roster.concernedBy(name).isEmpty()) {
        outbox.tell(new Note.LinkReported(name, is));
      }
      lookAgain(name, now);
    }
    roster.all().forEach(router -> router.doubt(held -> held.suspectLoss(now)));
  }

  private static Map<InterfaceName, Link> byName(Collection<Link> links) {
    return links.stream()
        .collect(
            Collectors.toMap(Link::name, Function.identity(), (_, later) -> later, TreeMap::new));
  }

  private static boolean operational(Link link) {
    return link != null && link.operational();
  }

  private void tell(Link link, Note note) {
    if (!roster.concernedBy(link.name()).isEmpty()) {
      outbox.tell(note);
    }
  }

  private void lookAgain(InterfaceName link, Moment now) {
    roster.concernedBy(link).forEach(router -> router.assess(now));
  }
}
