package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.Advertisement;
import java.time.Duration;
import java.util.Set;

/** What happens to a virtual router. */
public sealed interface Event {

  /**
   * Nothing keeps it from taking part, or nothing any more.
   *
   * @param notBefore nobody becomes Active earlier; {@code vrrp_startup_delay}
   */
  record Startup(Moment notBefore) implements Event {}

  record Shutdown() implements Event {}

  /** A deadline may have passed. Too early does nothing, too late is still right. */
  record Tick() implements Event {}

  /** An advertisement that passed the checks of RFC 9568 section 7.1. */
  record AdvertisementReceived(Advertisement advertisement, IpAddress source) implements Event {}

  /** All that keeps it from taking part, at least one. */
  record Faulted(Set<Fault> faults) implements Event {}

  /** Tracking moved the effective priority. */
  record PriorityChanged(Priority from) implements Event {}

  /** The operator changed something: a reload. */
  record ParametersChanged(Standing from) implements Event {}

  /** Every member of its sync group has waited long enough. */
  record GroupActivates() implements Event {}

  /**
   * Somebody took away what it answers for: another shall try.
   *
   * @param patient leaves others a whole Active_Down_Interval, not only Skew_Time
   */
  record GivesWay(boolean patient) implements Event {}

  /**
   * A member of its sync group is Active no longer.
   *
   * @param patience to wait beyond Active_Down_Interval; zero unless two groups would go on to
   *     chase each other out of Active
   */
  record GroupYields(Duration patience) implements Event {}
}
