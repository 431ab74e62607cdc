package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.router.Note.Remedy;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that one virtual router holds in the kernel, and what its neighbours are told of it: links of
 * its own for as long as it is there, addresses, routes and rules while it is Active. Routes and
 * rules come after the addresses and go before them; an address that came back is announced. What
 * somebody took away of any of it counts as one loss; what that means for the role is {@link #due},
 * and the holder's to decide.
 */
final class Holdings {
  private final Losses losses;
  private final LinkKeeper links;
  private final AddressKeeper addresses;
  private final RoutingKeeper routing;
  private final Announcing announcing;

  Holdings(InstanceConfig config, Surroundings around) {
    Links known = around.links();
    Outbox outbox = around.outbox();
    this.losses = Losses.ofInstance(config.upkeep().onLoss());
    this.links = new LinkKeeper(config, known, losses, outbox);
    this.addresses = new AddressKeeper(config, known, losses, outbox);
    this.routing = new RoutingKeeper(config.name(), config.upkeep().routing(), losses, outbox);
    this.announcing = new Announcing(config, around);
  }

  Announcing announcing() {
    return announcing;
  }

  /** The kernel has answered everything it was asked. */
  boolean answered() {
    return links.answered() && roleAnswered();
  }

  /** The kernel has answered for what comes and goes with the role. */
  boolean roleAnswered() {
    return addresses.answered() && routing.answered();
  }

  /** The kernel has confirmed the addresses, and none was lost since. */
  boolean installed() {
    return addresses.installed() && routing.answered();
  }

  List<VirtualAddress> refusedAddresses() {
    return addresses.refusedAddresses();
  }

  Moment deadline() {
    return Moment.earliest(
        Moment.earliest(links.deadline(), announcing.deadline()),
        Moment.earliest(addresses.deadline(), routing.deadline()));
  }

  /**
   * Asks again for what is missing, and tells the neighbours what is due.
   *
   * @param active and is to stay so if that can be
   */
  void tick(boolean active, Moment now) {
    links.look(active, now);
    announcing.tick(now);
    announcing.returned(addresses.check(now), now);
    routing.check(now);
  }

  /** Makes the links, which stay until {@link #end} whatever the role. */
  void begin() {
    links.begin();
  }

  void end() {
    links.end();
  }

  /**
   * Asks for links that are missing.
   *
   * @param active and is to stay so if that can be
   */
  void lookAtLinks(boolean active, Moment now) {
    links.look(active, now);
  }

  /** A link is about to come back so soon that nothing else need change. */
  boolean linkReturns() {
    return links.bridges();
  }

  void install() {
    addresses.install();
    routing.install();
  }

  void remove() {
    routing.remove();
    addresses.remove();
  }

  /**
   * What a killed run has left, or somebody put there by hand, has no place before an election.
   *
   * @param inUse keys of addresses that an Active virtual router holds
   * @param routingInUse keys of routes and rules that one holds
   */
  void removeLeftovers(Set<InterfaceAddress.Key> inUse, Set<RoutingKey> routingInUse) {
    routing.removeLeftovers(routingInUse);
    addresses.removeLeftovers(inUse);
  }

  /** Until the reload is through: others take over what they find. */
  void handOver(Predicate<VirtualAddress> takenByOthers) {
    addresses.handOver(takenByOthers);
  }

  /** First half of a reload: what is no longer configured goes before anything new comes. */
  void release(InstanceConfig fresh) {
    routing.release(fresh.upkeep().routing());
    addresses.release(fresh);
  }

  /**
   * Between the halves of a reload: what a loss leads to from now on, and what is announced when.
   *
   * @param active its role, which a reload does not change
   */
  void use(InstanceConfig fresh, boolean active, Moment now) {
    losses.use(fresh.upkeep().onLoss());
    announcing.use(fresh, active, now);
  }

  /**
   * Second half of a reload: what has come is added while Active, else it must not be there.
   *
   * @param inUse keys that an Active virtual router holds
   */
  void adopt(InstanceConfig fresh, Set<InterfaceAddress.Key> inUse, Moment now) {
    boolean added = addresses.adopt(fresh, inUse);
    routing.adopt(fresh.upkeep().routing());
    if (added) {
      announcing.changed(now);
    }
  }

  /** The kernel answers what was asked. */
  void told(KernelEvent answer, Moment now) {
    switch (answer) {
      case KernelEvent.Refused refusal -> {
        addresses.refused(refusal);
        links.refused(refusal);
      }
      case KernelEvent.RoutingRefused refusal -> routing.refused(refusal);
      case KernelEvent.Completed(KernelRequest request) -> completed(request, now);
      default -> {}
    }
  }

  private void completed(KernelRequest request, Moment now) {
    switch (request) {
      case KernelRequest.MakeLink _, KernelRequest.RemoveLink _ -> links.completed(request, now);
      case KernelRequest.AddRouting _, KernelRequest.RemoveRouting _ -> routing.completed(now);
      case KernelRequest.AddAddresses _,
          KernelRequest.RemoveAddresses _,
          KernelRequest.Conceal _,
          KernelRequest.Reveal _ ->
          announcing.returned(addresses.completed(now), now);
      case KernelRequest.Announce _,
          KernelRequest.Inquire _,
          KernelRequest.UseFilter _,
          KernelRequest.PromoteSecondaries _ -> {}
    }
  }

  /** An address of ours was reported gone, or the view was renewed: look again in a moment. */
  void suspectLoss(Moment now) {
    addresses.suspectLoss(now);
    routing.suspectLoss(now);
  }

  /** A link came or went, and the kernel drops routes with it without a word. */
  void suspectRouting(Moment now) {
    routing.suspectLoss(now);
  }

  /** A route or rule of this kind is gone. */
  void routingRemoved(RoutingKey key, Moment now) {
    routing.removed(key, now);
  }

  /** What losses lead to, once: to give way or a fault. */
  Optional<Remedy> due() {
    return losses.due();
  }

  /** Whether losses are put right as long as that has a point. */
  boolean restores() {
    return losses.policy() == LossPolicy.RESTORE;
  }
}
