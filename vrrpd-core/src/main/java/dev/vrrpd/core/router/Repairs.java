package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import java.time.Duration;

/** So many losses in such a time are put right at once; more wait until it is over. */
final class Repairs {
  private static final int MOST = 5;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private Moment windowEnd = Moment.ZERO;
  private int made;

  /** Whether one more may be made now. */
  boolean mayBegin(Moment now) {
    if (!now.isBefore(windowEnd)) {
      windowEnd = now.plus(WINDOW);
      made = 0;
    }
    made++;
    return made <= MOST;
  }

  /** From when on there may be others. */
  Moment windowEnd() {
    return windowEnd;
  }
}
