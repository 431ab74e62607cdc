package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.PacingConfig;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Lets announcements out at the pace of their links: at once where there is none, else one after
 * the other, the addresses in turn. {@code vrrp_garp_interval}, {@code vrrp_gna_interval}, {@code
 * garp_group}. Never holds anything else up.
 */
final class Pacer extends Timed {
  private final Outbox outbox;
  private final Deadlines deadlines;
  private final Map<Lane, Queue> queues = new LinkedHashMap<>();
  private PacingConfig config = PacingConfig.NONE;

  /** What shares a pace. */
  private record Lane(List<InterfaceName> links, Family family, Duration pace) {}

  /** An address with the rounds that are still to come. */
  private record Waiting(InstanceConfig instance, VirtualAddress address, int rounds) {
    Owned key() {
      return new Owned(instance.name(), address);
    }
  }

  private record Owned(String instance, VirtualAddress address) {}

  private static final class Queue {
    private final SequencedMap<Owned, Waiting> waiting = new LinkedHashMap<>();
    private Moment free = Moment.ZERO;
  }

  Pacer(Outbox outbox, Deadlines deadlines) {
    this.outbox = outbox;
    this.deadlines = deadlines;
  }

  /** Whoever waits goes on at the new pace. */
  void use(PacingConfig fresh, Moment now) {
    if (fresh.equals(config)) {
      return;
    }
    List<Waiting> all = queues.values().stream().flatMap(q -> q.waiting.values().stream()).toList();
    queues.clear();
    config = fresh;
    all.forEach(one -> announce(one.instance, List.of(one.address), one.rounds, now));
    deadlines.update(this);
  }

  /** {@code rounds} times all of them. */
  void announce(InstanceConfig instance, List<VirtualAddress> addresses, int rounds, Moment now) {
    if (config.equals(PacingConfig.NONE)) {
      ask(instance, addresses, rounds);
      return;
    }
    List<VirtualAddress> free = new ArrayList<>();
    for (VirtualAddress address : addresses) {
      Lane lane = lane(instance, address);
      if (lane.pace().isZero()) {
        free.add(address);
      } else {
        enqueue(lane, new Waiting(instance, address, rounds));
      }
    }
    ask(instance, free, rounds);
    tick(now);
    deadlines.update(this);
  }

  private Lane lane(InstanceConfig instance, VirtualAddress address) {
    Family family = address.address().family();
    PacingConfig.Group group = config.around(instance.base(address));
    return new Lane(group.links(), family, group.pace().of(family));
  }

  /** Who waits already is not announced more often for being asked twice. */
  private void enqueue(Lane lane, Waiting fresh) {
    SequencedMap<Owned, Waiting> waiting = queues.computeIfAbsent(lane, _ -> new Queue()).waiting;
    Waiting before = waiting.get(fresh.key());
    if (before == null || before.rounds < fresh.rounds) {
      waiting.putLast(fresh.key(), fresh);
    }
  }

  /** Nothing of what it does not hold any more is announced. */
  void retain(InstanceConfig instance, boolean active) {
    if (queues.isEmpty()) {
      return;
    }
    Set<VirtualAddress> held = active ? Set.copyOf(instance.placedAddresses()) : Set.of();
    queues
        .values()
        .forEach(queue ->
            queue
                .waiting
                .keySet()
                .removeIf(
                    one -> one.instance.equals(instance.name()) && !held.contains(one.address)));
    deadlines.update(this);
  }

  private void ask(InstanceConfig instance, List<VirtualAddress> addresses, int rounds) {
    if (!addresses.isEmpty()) {
      outbox.ask(new KernelRequest.Announce(instance.name(), instance.home(), addresses, rounds));
    }
  }

  @Override
  Moment deadline() {
    Moment next = Moment.NEVER;
    for (Queue queue : queues.values()) {
      if (!queue.waiting.isEmpty()) {
        next = Moment.earliest(next, queue.free);
      }
    }
    return next;
  }

  @Override
  void tick(Moment now) {
    queues.forEach((lane, queue) -> letOut(lane, queue, now));
    deadlines.update(this);
  }

  /** A loop that came late makes up for nothing: the pace is a least distance. */
  private void letOut(Lane lane, Queue queue, Moment now) {
    if (queue.waiting.isEmpty() || now.isBefore(queue.free)) {
      return;
    }
    Waiting next = queue.waiting.pollFirstEntry().getValue();
    ask(next.instance, List.of(next.address), 1);
    if (next.rounds > 1) {
      Waiting again = new Waiting(next.instance, next.address, next.rounds - 1);
      queue.waiting.putLast(again.key(), again);
    }
    queue.free = now.plus(lane.pace());
  }
}
