package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.WallTime;

/** The time of day as last told: shows it at any moment. */
final class WallClock {
  private WallTime atZero = WallTime.EPOCH;

  void set(WallTime shownAtZero) {
    atZero = shownAtZero;
  }

  WallTime at(Moment now) {
    return new WallTime(atZero.nanos() + now.nanos());
  }
}
