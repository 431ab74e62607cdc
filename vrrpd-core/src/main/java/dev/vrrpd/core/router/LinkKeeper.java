package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Multiple;
import dev.vrrpd.core.value.VirtualLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that the links of one virtual router's own are there as long as it is, whatever its
 * state: makes them before it begins, again when somebody else has removed them or their base comes
 * back, and removes them at its end. RFC 9568 section 7.3.
 */
final class LinkKeeper {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(32);

  private final InstanceConfig config;
  private final List<VirtualLink> own;
  private final Links links;
  private final Outbox outbox;
  private final Set<VirtualLink> refused = new HashSet<>();

  /** There before it was asked for: a killed run's. */
  private final Set<VirtualLink> found = new HashSet<>();

  /** There because it was made or taken over, as far as is known. */
  private final Set<VirtualLink> standing = new HashSet<>();

  private final Losses losses;

  /** Missed while Active, and asked for; taken away by somebody if their base can carry them. */
  private final Map<VirtualLink, Note.Remedy> missed = new HashMap<>();

  /** What is missing was taken away, and its maker goes on as if it were there. */
  private boolean bridged;

  private boolean wanted;
  private int unanswered;
  private Moment retryAt = Moment.NEVER;
  private Duration retry = FIRST_RETRY;

  LinkKeeper(InstanceConfig config, Links links, Losses losses, Outbox outbox) {
    this.losses = losses;
    this.config = config;
    this.own = config.placement().links();
    this.links = links;
    this.outbox = outbox;
  }

  /** The kernel has answered everything it was asked. */
  boolean answered() {
    return unanswered == 0;
  }

  /** A link is about to come back so soon that nothing else need change. */
  boolean bridges() {
    return bridged && !answered();
  }

  Moment deadline() {
    return retryAt;
  }

  static boolean concerns(KernelRequest request) {
    return request instanceof KernelRequest.MakeLink || request instanceof KernelRequest.RemoveLink;
  }

  /** From now on they are wanted. */
  void begin() {
    if (!wanted) {
      wanted = true;
      own.stream().filter(link -> links.exists(link.name())).forEach(found::add);
      make(own);
    }
  }

  /**
   * Asks for those that are missing, once their base is there.
   *
   * @param active and is to stay so if that can be
   */
  void look(boolean active, Moment now) {
    if (wanted
        && !own.isEmpty()
        && answered()
        && (retryAt.equals(Moment.NEVER) || !now.isBefore(retryAt))) {
      List<VirtualLink> missing = missing();
      bridged = active;
      for (VirtualLink link : missing) {
        if (standing.remove(link) && active && links.exists(link.base())) {
          lost(link, now);
        }
      }
      make(missing);
    }
  }

  private void lost(VirtualLink link, Moment now) {
    Note.Remedy remedy = losses.sufferedByLink(now);
    bridged &= remedy == Note.Remedy.RESTORED;
    missed.put(link, remedy);
  }

  /** Asked with every advertisement. */
  private List<VirtualLink> missing() {
    List<VirtualLink> missing = new ArrayList<>();
    for (VirtualLink link : own) {
      if (!links.stands(link)) {
        missing.add(link);
      }
    }
    return missing;
  }

  private void make(List<VirtualLink> missing) {
    retryAt = Moment.NEVER;
    for (VirtualLink link : missing) {
      if (links.exists(link.base())) {
        unanswered++;
        outbox.ask(new KernelRequest.MakeLink(config.name(), link));
      }
    }
  }

  /** They are not wanted any more. */
  void end() {
    wanted = false;
    retryAt = Moment.NEVER;
    for (VirtualLink link : own) {
      if (links.exists(link.name())) {
        unanswered++;
        outbox.ask(new KernelRequest.RemoveLink(config.name(), link));
      }
    }
  }

  void refused(KernelEvent.Refused refusal) {
    switch (refusal.request()) {
      case KernelRequest.MakeLink(var _, VirtualLink link) -> refused.add(link);
      case KernelRequest.RemoveLink(var _, VirtualLink link) -> refused.add(link);
      default -> {}
    }
  }

  /** The kernel is through with a request. */
  void completed(KernelRequest request, Moment now) {
    unanswered--;
    switch (request) {
      case KernelRequest.MakeLink(var _, VirtualLink link) -> made(link, now);
      case KernelRequest.RemoveLink(var _, VirtualLink link) -> {
        if (!refused.remove(link)) {
          outbox.tell(new Note.LinkUnmade(config.name(), link.name()));
        }
      }
      default -> {}
    }
  }

  private void made(VirtualLink link, Moment now) {
    boolean there = found.remove(link);
    Optional<Note.Remedy> remedy = Optional.ofNullable(missed.remove(link));
    if (refused.remove(link)) {
      retryAt = now.plus(retry);
      retry = retry.compareTo(LONGEST_RETRY) < 0 ? Multiple.of(retry, 2) : retry;
    } else {
      retry = FIRST_RETRY;
      standing.add(link);
      remedy.ifPresent(known -> {
        outbox.tell(new Note.LinkLost(config.name(), link.name(), known));
        losses.confirm(known);
      });
      outbox.tell(new Note.LinkMade(config.name(), link.name(), there));
    }
  }
}
