package dev.vrrpd.core.sim;

import dev.vrrpd.core.value.Moment;

/** A host's monotonic clock: begins somewhere, and drifts. */
record LocalClock(long offset, double rate) {
  static final LocalClock EXACT = new LocalClock(0, 1);

  Moment read(long now) {
    return new Moment(offset + (long) (now * rate));
  }

  /** When this clock will show {@code moment}, at the earliest; far away for never. */
  long when(Moment moment) {
    if (moment.equals(Moment.NEVER)) {
      return Long.MAX_VALUE;
    }
    long guess = (long) Math.floor((moment.nanos() - offset) / rate);
    while (read(guess).isBefore(moment)) {
      guess++;
    }
    return guess;
  }
}
