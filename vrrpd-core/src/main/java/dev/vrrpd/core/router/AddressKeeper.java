package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sees to it that the addresses of one virtual router are on their links while it is Active, and
 * only then: asks the kernel, waits for its answers, asks again for what was refused, puts back
 * what somebody else has taken away, if it is to. Never touches an address that is its link's own.
 */
final class AddressKeeper {
  /** How long a removal may be one of our own, told late. */
  private static final Duration GRACE = Duration.ofMillis(10);

  private final Outbox outbox;
  private final Links links;
  private InstanceConfig config;
  private boolean wanted;
  private boolean concealed;
  private int unanswered;
  private final Set<VirtualAddress> refused = new LinkedHashSet<>();

  /** What another virtual router takes over where it is: a removal leaves it there. */
  private Predicate<VirtualAddress> handedOver = _ -> false;

  /** Refused before, asked for again. */
  private final Set<VirtualAddress> retried = new LinkedHashSet<>();

  private Moment checkAt = Moment.NEVER;
  private final Retries retries = new Retries();
  private final Losses losses;

  AddressKeeper(InstanceConfig config, Links links, Losses losses, Outbox outbox) {
    this.config = config;
    this.links = links;
    this.losses = losses;
    this.outbox = outbox;
  }

  /** The kernel has answered everything it was asked. */
  boolean answered() {
    return unanswered == 0;
  }

  /** The kernel has confirmed the addresses, and none was lost since. */
  boolean installed() {
    return wanted && answered() && refused.isEmpty() && checkAt.equals(Moment.NEVER);
  }

  List<VirtualAddress> refusedAddresses() {
    return List.copyOf(refused);
  }

  Moment deadline() {
    return checkAt;
  }

  /** Those that are ours to add and remove. */
  private List<VirtualAddress> ours(InstanceConfig of) {
    List<VirtualAddress> ours = new ArrayList<>(of.placedAddresses());
    ours.removeIf(address -> links.isKept(of.home(), address));
    return ours;
  }

  @Implements(Rule.ACTIVE_ANSWERS_FOR_THE_ADDRESSES)
  void install() {
    wanted = true;
    refused.clear();
    retries.reset();
    conceal(true);
    tellSet(true);
    add(ours(config));
  }

  @Implements(Rule.BACKUP_IS_SILENT_FOR_THE_ADDRESSES)
  void remove() {
    wanted = false;
    refused.clear();
    checkAt = Moment.NEVER;
    tellSet(false);
    remove(config.home(), leaving());
    conceal(false);
  }

  /** Before the addresses come, and after they have gone. RFC 9568 section 6.1, Accept_Mode. */
  private void conceal(boolean on) {
    if (concealed == on || (on && config.parameters().acceptMode())) {
      return;
    }
    concealed = on;
    outbox.tell(new Note.Concealed(config.name(), on));
    List<VirtualAddress> addresses = config.placedAddresses();
    unanswered++;
    outbox.ask(
        on
            ? new KernelRequest.Conceal(config.name(), config.home(), addresses)
            : new KernelRequest.Reveal(config.name(), config.home(), addresses));
  }

  private List<VirtualAddress> leaving() {
    List<VirtualAddress> leaving = new ArrayList<>(ours(config));
    leaving.removeIf(handedOver);
    return leaving;
  }

  /** Until the reload is through: others take over what they find. */
  void handOver(Predicate<VirtualAddress> takenByOthers) {
    handedOver = takenByOthers;
  }

  private void tellSet(boolean set) {
    for (boolean excluded : new boolean[] {false, true}) {
      if (!(excluded ? config.excludedAddresses() : config.addresses()).isEmpty()) {
        outbox.tell(
            set
                ? new Note.AddressesSet(config.name(), excluded)
                : new Note.AddressesRemoved(config.name(), excluded));
      }
    }
  }

  /** What a killed run has left, or somebody put there by hand, has no place before an election. */
  void removeLeftovers(Set<InterfaceAddress.Key> inUse) {
    removeLeftovers(ours(config), inUse);
  }

  private void removeLeftovers(List<VirtualAddress> among, Set<InterfaceAddress.Key> inUse) {
    List<VirtualAddress> leftovers = new ArrayList<>();
    for (VirtualAddress address : among) {
      if (links.present(config.home(), address)
          && links.key(config.home(), address).filter(inUse::contains).isEmpty()) {
        leftovers.add(address);
      }
    }
    if (!leftovers.isEmpty()) {
      tellSet(false);
      remove(config.home(), leftovers);
    }
  }

  /** First half of a reload: what is no longer configured goes before anything new comes. */
  void release(InstanceConfig fresh) {
    if (concealsOtherwise(fresh)) {
      conceal(false);
    }
    if (wanted) {
      List<VirtualAddress> gone = leaving();
      if (fresh.home().equals(config.home())) {
        gone.removeAll(Set.copyOf(fresh.placedAddresses()));
      }
      remove(config.home(), gone);
      gone.forEach(refused::remove);
    }
  }

  /**
   * Second half of a reload: what has come is added while Active, else it must not be there.
   *
   * @param inUse keys that an Active virtual router holds
   * @return whether any was added
   */
  boolean adopt(InstanceConfig fresh, Set<InterfaceAddress.Key> inUse) {
    InstanceConfig before = config;
    config = fresh;
    handedOver = _ -> false;
    List<VirtualAddress> come = new ArrayList<>(ours(fresh));
    come.removeAll(Set.copyOf(before.placedAddresses()));
    if (!wanted) {
      removeLeftovers(come, inUse);
      return false;
    }
    conceal(true);
    add(come);
    return !come.isEmpty();
  }

  private boolean concealsOtherwise(InstanceConfig fresh) {
    return fresh.parameters().acceptMode() != config.parameters().acceptMode()
        || !fresh.placedAddresses().equals(config.placedAddresses());
  }

  private void add(List<VirtualAddress> addresses) {
    if (!addresses.isEmpty()) {
      unanswered++;
      outbox.ask(new KernelRequest.AddAddresses(config.name(), config.home(), addresses));
    }
  }

  private void remove(InterfaceName link, List<VirtualAddress> addresses) {
    if (!addresses.isEmpty()) {
      unanswered++;
      outbox.ask(new KernelRequest.RemoveAddresses(config.name(), link, addresses));
    }
  }

  void refused(KernelEvent.Refused refusal) {
    if (wanted && unanswered == 1 && refusal.request() instanceof KernelRequest.AddAddresses add) {
      refusal.address().ifPresentOrElse(refused::add, () -> refused.addAll(add.addresses()));
    }
  }

  /**
   * The kernel is through with a request.
   *
   * @return addresses that are there at last, after they were refused
   */
  List<VirtualAddress> completed(Moment now) {
    unanswered = Math.max(0, unanswered - 1);
    if (unanswered > 0) {
      return List.of();
    }
    retried.removeAll(refused);
    List<VirtualAddress> atLast = wanted ? List.copyOf(retried) : List.of();
    retried.clear();
    if (refused.isEmpty()) {
      retries.reset();
    } else {
      checkAt = Moment.earliest(checkAt, retries.after(now));
    }
    return atLast;
  }

  /** An address of ours was reported gone, or the view was renewed: look again in a moment. */
  void suspectLoss(Moment now) {
    if (wanted) {
      checkAt = Moment.earliest(checkAt, now.plus(GRACE));
    }
  }

  /**
   * Asks again for what is missing.
   *
   * @return what was lost and is asked for again
   */
  List<VirtualAddress> check(Moment now) {
    if (now.isBefore(checkAt)) {
      return List.of();
    }
    if (unanswered > 0) {
      checkAt = now.plus(GRACE);
      return List.of();
    }
    checkAt = Moment.NEVER;
    if (withdrawDuplicates()) {
      return List.of();
    }
    List<VirtualAddress> lost = lost();
    List<VirtualAddress> taken = lost.stream().filter(this::linkIsUp).toList();
    if (!taken.isEmpty()) {
      Note.Remedy remedy = losses.suffered(now);
      taken.forEach(address -> tellLost(address, remedy));
      if (remedy != Note.Remedy.RESTORED) {
        return List.of();
      }
    }
    retried.addAll(refused);
    List<VirtualAddress> missing = new ArrayList<>(refused);
    missing.addAll(lost);
    refused.clear();
    add(missing);
    return lost;
  }

  /** An address that another host had does nothing until it is taken off and set again. */
  private boolean withdrawDuplicates() {
    List<VirtualAddress> duplicates =
        ours(config).stream().filter(address -> links.isDuplicate(config.home(), address)).toList();
    for (VirtualAddress address : duplicates) {
      outbox.tell(
          new Note.DuplicateFound(
              config.name(), address.device().orElse(config.home()), address.address()));
    }
    refused.addAll(duplicates);
    remove(config.home(), duplicates);
    return !duplicates.isEmpty();
  }

  private List<VirtualAddress> lost() {
    List<VirtualAddress> lost = new ArrayList<>();
    for (VirtualAddress address : ours(config)) {
      if (address.tracked()
          && !refused.contains(address)
          && !links.present(config.home(), address)) {
        lost.add(address);
      }
    }
    return lost;
  }

  /** A link that goes down takes IPv6 addresses with it. */
  private boolean linkIsUp(VirtualAddress address) {
    return links.condition(address.device().orElse(config.home())) == Condition.UP;
  }

  private void tellLost(VirtualAddress address, Note.Remedy remedy) {
    int index = links.key(config.home(), address).map(InterfaceAddress.Key::linkIndex).orElse(0);
    outbox.tell(
        new Note.AddressLost(
            config.name(),
            address.device().orElse(config.home()),
            new InterfaceAddress(
                index, address.address(), address.prefixLength(), address.scope(), 0, 0),
            remedy));
  }
}
