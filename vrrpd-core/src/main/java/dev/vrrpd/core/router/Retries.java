package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Multiple;
import java.time.Duration;

/** When to ask again for what was refused: soon, then less and less often. */
final class Retries {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(32);

  private Duration next = FIRST;

  void reset() {
    next = FIRST;
  }

  Moment after(Moment now) {
    Moment again = now.plus(next);
    next = next.compareTo(LONGEST) < 0 ? Multiple.of(next, 2) : next;
    return again;
  }
}
