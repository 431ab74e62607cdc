package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that routes and rules are there as long as they are wanted, and only then: asks the
 * kernel, asks again for what was refused, puts back what somebody else has taken away if it is to,
 * unless it is {@code no_track}. Takes away only what has the mark of its entry's protocol.
 */
final class RoutingKeeper {
  /** How long the kernel may take to tell of all that goes with what it has told of. */
  private static final Duration GRACE = Duration.ofMillis(10);

  private final String requester;
  private final Outbox outbox;
  private final Losses losses;
  private final Retries retries = new Retries();
  private List<RoutingEntry> entries;
  private boolean wanted;
  private int unanswered;
  private final Set<RoutingEntry> refused = new LinkedHashSet<>();
  private final Set<RoutingEntry> lost = new LinkedHashSet<>();

  /** Something may be missing that nobody told of. */
  private boolean unsure;

  private Moment checkAt = Moment.NEVER;

  RoutingKeeper(String requester, List<RoutingEntry> entries, Losses losses, Outbox outbox) {
    this.losses = losses;
    this.requester = requester;
    this.entries = entries;
    this.outbox = outbox;
  }

  static boolean concerns(KernelRequest request) {
    return request instanceof KernelRequest.AddRouting
        || request instanceof KernelRequest.RemoveRouting;
  }

  List<RoutingEntry> entries() {
    return entries;
  }

  boolean answered() {
    return unanswered == 0;
  }

  Moment deadline() {
    return checkAt;
  }

  void install() {
    wanted = true;
    forget();
    tell(true, entries);
    add(entries);
  }

  void remove() {
    wanted = false;
    forget();
    tell(false, entries);
    remove(entries);
  }

  private void forget() {
    refused.clear();
    lost.clear();
    unsure = false;
    checkAt = Moment.NEVER;
    retries.reset();
  }

  /** What a killed run may have left. */
  void removeLeftovers(Set<RoutingKey> inUse) {
    remove(entries.stream().filter(entry -> !inUse.contains(entry.key())).toList());
  }

  /** First half of a reload: what is not configured any more goes. */
  void release(List<RoutingEntry> fresh) {
    if (wanted) {
      List<RoutingEntry> gone = new ArrayList<>(entries);
      gone.removeAll(fresh);
      refused.removeAll(gone);
      lost.removeAll(gone);
      tell(false, gone);
      remove(gone);
    }
  }

  /** Second half of a reload: what is new comes. */
  void adopt(List<RoutingEntry> fresh) {
    List<RoutingEntry> come = new ArrayList<>(fresh);
    come.removeAll(entries);
    entries = fresh;
    if (wanted) {
      tell(true, come);
      add(come);
    }
  }

  private void tell(boolean set, List<RoutingEntry> which) {
    if (!which.isEmpty()) {
      outbox.tell(new Note.RoutingSet(requester, set, which));
    }
  }

  private void add(List<RoutingEntry> which) {
    if (!which.isEmpty()) {
      unanswered++;
      outbox.ask(new KernelRequest.AddRouting(requester, which));
    }
  }

  /** Rules first: none of them shall lead to a route that is not there. */
  private void remove(List<RoutingEntry> which) {
    if (!which.isEmpty()) {
      unanswered++;
      outbox.ask(new KernelRequest.RemoveRouting(requester, which.reversed()));
    }
  }

  void refused(KernelEvent.RoutingRefused refusal) {
    if (wanted && unanswered == 1 && refusal.request() instanceof KernelRequest.AddRouting) {
      refused.add(refusal.entry());
    }
  }

  /** The kernel is through with a request. */
  void completed(Moment now) {
    unanswered = Math.max(0, unanswered - 1);
    if (!answered() || !wanted) {
      return;
    }
    if (refused.isEmpty()) {
      retries.reset();
    } else {
      checkAt = Moment.earliest(checkAt, retries.after(now));
    }
    if (unsure || !lost.isEmpty()) {
      checkAt = now;
    }
  }

  /** One of this kind is gone; while requests are under way it may be our own doing. */
  void removed(RoutingKey key, Moment now) {
    Optional<RoutingEntry> own =
        entries.stream().filter(entry -> entry.tracked() && entry.key().equals(key)).findFirst();
    if (!wanted || own.isEmpty()) {
      return;
    }
    if (answered()) {
      lost.add(own.get());
      checkAt = now;
    } else {
      unsure = true;
    }
  }

  /**
   * The kernel may have dropped routes without a word: it does so when a link goes down, or an
   * address that is their source.
   */
  void suspectLoss(Moment now) {
    if (wanted && !entries.isEmpty()) {
      unsure = true;
      checkAt = Moment.earliest(checkAt, now.plus(GRACE));
    }
  }

  /** Asks again for what is missing. */
  void check(Moment now) {
    if (now.isBefore(checkAt)) {
      return;
    }
    if (!answered()) {
      checkAt = now.plus(GRACE);
      return;
    }
    checkAt = Moment.NEVER;
    if (!lost.isEmpty() && !restores(now)) {
      return;
    }
    List<RoutingEntry> missing = new ArrayList<>(entries);
    missing.removeIf(entry -> !unsure || !entry.tracked());
    missing.removeAll(refused);
    missing.removeAll(lost);
    missing.addAll(refused);
    missing.addAll(lost);
    forgetMissing();
    add(missing);
  }

  private boolean restores(Moment now) {
    Note.Remedy remedy = losses.suffered(now);
    if (remedy == Note.Remedy.WAITS) {
      checkAt = losses.windowEnd();
      return false;
    }
    lost.forEach(entry -> outbox.tell(new Note.RoutingLost(requester, entry, remedy)));
    return remedy == Note.Remedy.RESTORED;
  }

  private void forgetMissing() {
    unsure = false;
    refused.clear();
    lost.clear();
  }
}
