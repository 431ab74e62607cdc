package dev.vrrpd.core.router;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Notices of one instance, or of a sync group and its members, in order. A notice waits until the
 * kernel has answered for the addresses of its instance: a script told ACTIVE finds them there.
 */
final class NoticeQueue {
  private record Waiting(Optional<Holdings> gate, Output.Notify notice) {}

  private final Outbox outbox;
  private final Queue<Waiting> queue = new ArrayDeque<>();

  NoticeQueue(Outbox outbox) {
    this.outbox = outbox;
  }

  void add(Holdings gate, Output.Notify notice) {
    queue.add(new Waiting(Optional.of(gate), notice));
    drain();
  }

  /** One that waits only for those before it. */
  void add(Output.Notify notice) {
    queue.add(new Waiting(Optional.empty(), notice));
    drain();
  }

  /** Lets go what has nothing to wait for any more. */
  void drain() {
    while (!queue.isEmpty() && queue.peek().gate().map(Holdings::roleAnswered).orElse(true)) {
      outbox.add(queue.remove().notice());
    }
  }

  /** Lets everything go, answered or not. */
  void flush() {
    queue.forEach(waiting -> outbox.add(waiting.notice()));
    queue.clear();
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }
}
