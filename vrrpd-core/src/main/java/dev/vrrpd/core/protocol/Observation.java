package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import java.time.Duration;

/** What an operator may want to know of a step; nothing depends on it. */
public sealed interface Observation extends Effect {

  /** The Active_Down_Timer fired. */
  record ActiveDown() implements Observation {}

  /** As Backup: a losing advertisement was not taken as a sign of life. */
  record LowerPriorityDiscarded(Priority heard, IpAddress source) implements Observation {}

  /** As Active: somebody with a losing claim advertises. */
  record RivalHeard(Priority heard, IpAddress source, boolean answered) implements Observation {}

  /** As Active: somebody with a greater priority advertises. */
  record SuperiorHeard(Priority heard, IpAddress source) implements Observation {}

  /** As Active: same priority, but the other's address is greater. */
  record SuperiorAddressHeard(Priority heard, IpAddress source) implements Observation {}

  record ResignationHeard(boolean asActive, IpAddress source) implements Observation {}

  /** Both say 255: one of them is configured wrongly. */
  record TwoOwners(IpAddress source) implements Observation {}

  record IntervalLearned(Centiseconds from, Centiseconds to) implements Observation {}

  record IntervalRestored(Centiseconds from, Centiseconds to) implements Observation {}

  record IntervalZeroHeard(IpAddress source, Centiseconds kept) implements Observation {}

  /** As Active: nothing was sent for so long that another may have taken over. */
  record RanLate(Duration silence) implements Observation {}

  /** As Backup: a worse router is Active, and is left to be for so long; {@code preempt_delay}. */
  record PreemptDelayStarted(Duration delay) implements Observation {}
}
