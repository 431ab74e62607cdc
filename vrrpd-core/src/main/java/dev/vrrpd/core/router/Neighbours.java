package dev.vrrpd.core.router;

import dev.vrrpd.core.router.RouterSnapshot.Discard;
import dev.vrrpd.core.router.RouterSnapshot.Sender;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.DiscardReason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was heard with the VRID of a virtual router, and what was refused: the last of each, for
 * people. Outlives a reload; bounded, whatever the network sends. Decides nothing.
 */
final class Neighbours {
  private static final int MOST = 16;

  private final Map<DiscardReason, Discard> discards = new EnumMap<>(DiscardReason.class);

  /** Who spoke last stands at the end. */
  private final LinkedHashMap<IpAddress, Sender> senders = new LinkedHashMap<>(MOST, 0.75f, true);

  void heard(IpAddress source, Priority priority, Moment now) {
    senders.put(source, new Sender(source, priority, now));
    if (senders.size() > MOST) {
      senders.pollFirstEntry();
    }
  }

  void refused(DiscardReason reason, IpAddress source, String detail, Moment now) {
    Discard before = discards.get(reason);
    long count = before == null ? 1 : before.count() + 1;
    discards.put(reason, new Discard(reason, count, source, detail, now));
  }

  RouterSnapshot.Heard snapshot() {
    return new RouterSnapshot.Heard(List.copyOf(senders.values()), List.copyOf(discards.values()));
  }
}
