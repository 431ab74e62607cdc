package dev.vrrpd.core.router;

import dev.vrrpd.core.config.StaticConfig;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that static addresses, routes and rules are there from the beginning to the end,
 * whatever the state of anybody. What somebody removes comes back, unless it is {@code no_track}.
 */
final class StaticKeeper extends Timed {
  /** Nobody's name: in whose name it asks. */
  static final String NOBODY = "";

  private final Outbox outbox;
  private final Deadlines deadlines;
  private final Links links;
  private final RoutingKeeper routing;
  private final Losses losses = Losses.ofNobody();
  private final Retries retries = new Retries();
  private final Said said = new Said();
  private List<VirtualAddress> addresses = List.of();
  private final Set<VirtualAddress> missing = new LinkedHashSet<>();

  /** Links by their numbers. */
  private final Map<Integer, InterfaceName> seen = new HashMap<>();

  private boolean wanted;
  private int unanswered;
  private Moment checkAt = Moment.NEVER;

  StaticKeeper(Outbox outbox, Deadlines deadlines, Links links) {
    this.outbox = outbox;
    this.deadlines = deadlines;
    this.links = links;
    this.routing = new RoutingKeeper(NOBODY, List.of(), Losses.ofNobody(), outbox);
  }

  /** Whether an answer is for this one. */
  static boolean concerns(KernelRequest request) {
    return request.requester().equals(NOBODY) && !(request instanceof KernelRequest.UseFilter);
  }

  boolean answered() {
    return unanswered == 0 && routing.answered();
  }

  /** From now on this is wanted, and nothing else. */
  void reconfigure(StaticConfig fresh) {
    List<VirtualAddress> gone = new ArrayList<>(addresses);
    gone.removeAll(fresh.addresses());
    List<VirtualAddress> come = new ArrayList<>(fresh.addresses());
    come.removeAll(addresses);
    routing.release(fresh.routing());
    ask(false, gone);
    addresses = fresh.addresses();
    missing.retainAll(addresses);
    ask(true, come);
    routing.adopt(fresh.routing());
    if (!wanted) {
      wanted = true;
      links.all().forEach(link -> seen.put(link.index(), link.name()));
      routing.install();
    }
    deadlines.update(this);
  }

  /** At the end: rules, routes, addresses. */
  void remove() {
    if (wanted) {
      wanted = false;
      routing.remove();
      ask(false, addresses);
      deadlines.remove(this);
    }
  }

  private void ask(boolean add, List<VirtualAddress> which) {
    if (!which.isEmpty()) {
      unanswered++;
      InterfaceName first = which.getFirst().device().orElseThrow();
      outbox.ask(
          add
              ? new KernelRequest.AddAddresses(NOBODY, first, which)
              : new KernelRequest.RemoveAddresses(NOBODY, first, which));
    }
  }

  /** What the kernel tells by itself, after it was taken into the picture. */
  void told(KernelEvent event, Moment now) {
    if (!wanted) {
      return;
    }
    switch (event) {
      case KernelEvent.AddressRemoved(InterfaceAddress gone) -> lost(gone, now);
      case KernelEvent.RoutingRemoved(var key) -> routing.removed(key, now);
      case KernelEvent.LinkChanged(Link link) -> look(fresh(link), now);
      case KernelEvent.Resynchronized _ ->
          look(links.all().stream().filter(this::fresh).count() > 0, now);
      default -> {
        return;
      }
    }
    deadlines.update(this);
  }

  private void lost(InterfaceAddress gone, Moment now) {
    for (VirtualAddress address : addresses) {
      boolean same =
          links.key(address.device().orElseThrow(), address).filter(gone.key()::equals).isPresent();
      if (same && address.tracked()) {
        missing.add(address);
        checkAt = now;
      }
    }
    routing.suspectLoss(now);
  }

  /** Not seen before under this name: nobody can have taken anything from it. */
  private boolean fresh(Link link) {
    return !link.name().equals(seen.put(link.index(), link.name()));
  }

  /** A link may have come, with nothing on it. */
  private void look(boolean fresh, Moment now) {
    for (VirtualAddress address : addresses) {
      InterfaceName device = address.device().orElseThrow();
      boolean missed =
          (address.tracked() || fresh) && links.exists(device) && !links.present(device, address);
      if (missed && answered()) {
        missing.add(address);
        checkAt = now;
      }
    }
    routing.suspectLoss(now);
  }

  void answer(KernelEvent event, Moment now) {
    switch (event) {
      case KernelEvent.Refused refused -> refused(refused);
      case KernelEvent.RoutingRefused refused -> {
        routing.refused(refused);
        if (said.first(refused.entry(), refused.errno())) {
          boolean added = refused.request() instanceof KernelRequest.AddRouting;
          outbox.tell(
              new Note.RoutingRefused(
                  NOBODY, added, refused.entry(), refused.errno(), refused.message()));
        }
      }
      case KernelEvent.Completed(var request) when RoutingKeeper.concerns(request) ->
          routing.completed(now);
      case KernelEvent.Completed _ -> unanswered = Math.max(0, unanswered - 1);
      default -> {}
    }
    if (wanted) {
      if (!missing.isEmpty() && checkAt.equals(Moment.NEVER)) {
        checkAt = retries.after(now);
      }
      deadlines.update(this);
    }
  }

  private void refused(KernelEvent.Refused refusal) {
    if (wanted && refusal.request() instanceof KernelRequest.AddAddresses) {
      refusal.address().filter(addresses::contains).ifPresent(missing::add);
    }
    if (said.first(refusal.address(), refusal.errno())) {
      outbox.tell(
          new Note.KernelRefused(
              NOBODY,
              refusal.request() instanceof KernelRequest.AddAddresses
                  ? "add static address"
                  : "remove static address",
              refusal.address(),
              refusal.errno(),
              refusal.message()));
    }
  }

  @Override
  Moment deadline() {
    return Moment.earliest(checkAt, routing.deadline());
  }

  @Override
  void tick(Moment now) {
    if (!now.isBefore(checkAt)) {
      checkAt = Moment.NEVER;
      restore(now);
    }
    routing.check(now);
    deadlines.update(this);
  }

  private void restore(Moment now) {
    missing.removeIf(address -> !links.exists(address.device().orElseThrow()));
    if (missing.isEmpty()) {
      return;
    }
    if (losses.suffered(now) == Note.Remedy.WAITS) {
      checkAt = losses.windowEnd();
      return;
    }
    List<VirtualAddress> again = List.copyOf(missing);
    missing.clear();
    again.forEach(address -> outbox.tell(new Note.StaticAddressRestored(address)));
    ask(true, again);
  }
}
