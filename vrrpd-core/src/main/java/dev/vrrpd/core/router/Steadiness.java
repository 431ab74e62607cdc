package dev.vrrpd.core.router;

import dev.vrrpd.core.config.LinksConfig;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Believes that a link is down, or up again, only after it has been so for as long as {@code
 * interface_up_down_delays} says. Coming up for the first time, and going away, count at once.
 */
final class Steadiness extends Timed {
  private final Deadlines deadlines;
  private final BiConsumer<InterfaceName, Moment> changed;
  private final Map<InterfaceName, LinksConfig.Delay> delays = new HashMap<>();
  private final Map<InterfaceName, Boolean> believed = new HashMap<>();
  private final Map<InterfaceName, Moment> doubts = new HashMap<>();
  private final Set<InterfaceName> everUp = new HashSet<>();

  /** Tells {@code changed} when it has come to believe something else. */
  Steadiness(Deadlines deadlines, BiConsumer<InterfaceName, Moment> changed) {
    this.deadlines = deadlines;
    this.changed = changed;
  }

  void use(List<LinksConfig.Delay> fresh) {
    if (fresh.isEmpty() && delays.isEmpty()) {
      return;
    }
    delays.clear();
    fresh.forEach(delay -> delays.put(delay.link(), delay));
    believed.keySet().retainAll(delays.keySet());
    doubts.keySet().retainAll(delays.keySet());
    deadlines.update(this);
  }

  boolean operational(Link link) {
    return believed.getOrDefault(link.name(), link.operational());
  }

  /** What the kernel says of a link now. */
  void seen(Link link, Moment now) {
    InterfaceName name = link.name();
    boolean first = link.operational() && everUp.add(name);
    LinksConfig.Delay delay = delays.get(name);
    if (delay == null) {
      return;
    }
    Duration wait = link.operational() ? delay.up() : delay.down();
    boolean known = believed.getOrDefault(name, link.operational());
    if (known == link.operational() || first || wait.isZero()) {
      believed.put(name, link.operational());
      doubts.remove(name);
    } else {
      doubts.putIfAbsent(name, now.plus(wait));
    }
    deadlines.update(this);
  }

  void gone(InterfaceName name) {
    everUp.remove(name);
    if (believed.remove(name) != null) {
      doubts.remove(name);
      deadlines.update(this);
    }
  }

  @Override
  Moment deadline() {
    return doubts.values().stream().reduce(Moment.NEVER, Moment::earliest);
  }

  @Override
  void tick(Moment now) {
    List<InterfaceName> settled =
        doubts.keySet().stream().filter(name -> !now.isBefore(doubts.get(name))).sorted().toList();
    for (InterfaceName name : settled) {
      doubts.remove(name);
      believed.computeIfPresent(name, (_, up) -> !up);
      changed.accept(name, now);
    }
    deadlines.update(this);
  }
}
