package dev.vrrpd.core.router;

import dev.vrrpd.core.value.Moment;

/** Something that wants to be woken at a moment of its own. Kept in order by {@link Deadlines}. */
abstract class Timed {
  /** Position in the heap of {@link Deadlines}, or -1. */
  int position = -1;

  /** The deadline under which it was put there. */
  Moment filed = Moment.NEVER;

  /** Among those with the same deadline: who was put there later has a greater one. */
  long order;

  /** When {@link #tick} has something to do; {@link Moment#NEVER} if nothing is awaited. */
  abstract Moment deadline();

  /**
   * Whether others wait for what happens at {@link #deadline}: nobody answers for the addresses
   * until then.
   */
  boolean urgent() {
    return false;
  }

  /** Does what is due at {@code now}; afterwards {@link #deadline} lies ahead. */
  abstract void tick(Moment now);
}
