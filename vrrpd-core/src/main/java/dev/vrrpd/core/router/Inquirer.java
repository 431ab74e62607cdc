package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Lets inquiries out one after the other, for all virtual routers of a device: a thousand that
 * become Active at once ask during five seconds, and hold nothing else up. Whoever waits already is
 * not asked twice.
 */
final class Inquirer extends Timed {
  private static final Duration PACE = Duration.ofMillis(5);

  private final Outbox outbox;
  private final Deadlines deadlines;
  private final SequencedSet<KernelRequest.Inquire> waiting = new LinkedHashSet<>();
  private Moment free = Moment.ZERO;

  Inquirer(Outbox outbox, Deadlines deadlines) {
    this.outbox = outbox;
    this.deadlines = deadlines;
  }

  void ask(KernelRequest.Inquire inquiry, Moment now) {
    waiting.add(inquiry);
    tick(now);
  }

  /** Nothing that this instance still wanted to know is asked. */
  void forget(String instance) {
    if (!waiting.isEmpty() && waiting.removeIf(one -> one.requester().equals(instance))) {
      deadlines.update(this);
    }
  }

  @Override
  Moment deadline() {
    return waiting.isEmpty() ? Moment.NEVER : free;
  }

  /** A loop that came late makes up for nothing: the pace is a least distance. */
  @Override
  void tick(Moment now) {
    if (!waiting.isEmpty() && !now.isBefore(free)) {
      outbox.ask(waiting.removeFirst());
      free = now.plus(PACE);
    }
    deadlines.update(this);
  }
}
