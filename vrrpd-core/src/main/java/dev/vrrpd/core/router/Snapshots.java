package dev.vrrpd.core.router;

import dev.vrrpd.core.protocol.ActiveRouter;
import dev.vrrpd.core.protocol.State;
import java.util.Optional;

/** Pictures of what changes. */
final class Snapshots {
  private Snapshots() {}

  static RouterSnapshot.Instance of(VirtualRouter router) {
    return new RouterSnapshot.Instance(
        router.config(),
        router.reporter().role(),
        router.health().priority(),
        router.health().primaryAddress(),
        router.state() instanceof State.Backup backup
            ? backup.heard().map(Snapshots::of)
            : Optional.empty(),
        router.reporter().roleSince(),
        router.timers(),
        router.holdings().installed(),
        router.holdings().refusedAddresses(),
        router.health().faults(),
        router.health().assessment().contributions(),
        router.counters().snapshot(),
        router.neighbours().snapshot(),
        router.rivals());
  }

  private static RouterSnapshot.ActiveRouter of(ActiveRouter heard) {
    return new RouterSnapshot.ActiveRouter(heard.address(), heard.priority(), heard.interval());
  }

  static RouterSnapshot.Group of(SyncGroup group) {
    return new RouterSnapshot.Group(
        group.config().name(), group.config().members(), group.role(), group.config().tracked());
  }
}
