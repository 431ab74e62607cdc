package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that links lose no more than their primary address when that one goes, as long as an
 * instance on them wants so, and not longer: {@code promote_secondaries}. Links of the daemon's own
 * are so anyway.
 */
final class Promotions {
  private final Outbox outbox;
  private final Links links;
  private Set<InterfaceName> wanted = Set.of();

  /** Asked for and not taken back, by their numbers: a link may get another name. */
  private final Map<Integer, InterfaceName> asked = new HashMap<>();

  private int unanswered;

  Promotions(Outbox outbox, Links links) {
    this.outbox = outbox;
    this.links = links;
  }

  static boolean concerns(KernelRequest request) {
    return request instanceof KernelRequest.PromoteSecondaries;
  }

  boolean answered() {
    return unanswered == 0;
  }

  /** From now on these are wanted, on the links that they have. */
  void reconfigure(Collection<InstanceConfig> instances) {
    wanted = new HashSet<>();
    instances.stream()
        .filter(InstanceConfig::promotesSecondaries)
        .forEach(i -> wanted.add(i.link()));
    Map.copyOf(asked)
        .forEach((index, name) -> {
          if (!wanted.contains(name)) {
            asked.remove(index);
            ask(name, false);
          }
        });
    links.all().forEach(this::look);
  }

  /** What the kernel tells by itself, after it was taken into the picture. */
  void told(KernelEvent event) {
    switch (event) {
      case KernelEvent.LinkChanged(Link link) -> look(link);
      case KernelEvent.LinkRemoved(Link link) -> asked.remove(link.index());
      case KernelEvent.Resynchronized _ -> links.all().forEach(this::look);
      default -> {}
    }
  }

  private void look(Link link) {
    InterfaceName before = asked.get(link.index());
    if (before != null && !before.equals(link.name())) {
      asked.remove(link.index());
      ask(link.name(), false);
    }
    if (wanted.contains(link.name()) && asked.putIfAbsent(link.index(), link.name()) == null) {
      ask(link.name(), true);
    }
  }

  private void ask(InterfaceName link, boolean on) {
    unanswered++;
    outbox.ask(new KernelRequest.PromoteSecondaries(StaticKeeper.NOBODY, link, on));
  }

  /** An answer to what was asked here. */
  void answer(KernelEvent event) {
    switch (event) {
      case KernelEvent.Completed _ -> unanswered--;
      case KernelEvent.Refused refused ->
          outbox.tell(
              new Note.KernelRefused(
                  StaticKeeper.NOBODY,
                  "promote secondaries",
                  Optional.empty(),
                  refused.errno(),
                  refused.message()));
      default -> {}
    }
  }

  /** At the end, after all addresses. */
  void end() {
    reconfigure(List.of());
  }
}
