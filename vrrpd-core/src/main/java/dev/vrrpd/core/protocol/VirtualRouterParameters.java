package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.Version;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.ChecksumRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one virtual router was told: RFC 9568 section 6.1 and keepalived's refinements of it.
 *
 * @param priority base priority, 1 to 255; tracking moves the effective one
 * @param startsAsActive owner with {@code state MASTER}: Active at once, RFC 9568 section 6.4.1
 * @param advertisementInterval Advertisement_Interval, at least 1; {@code advert_int}
 * @param addresses the addresses advertised, in configured order, at most 255
 * @param preemptMode Preempt_Mode; {@code nopreempt} negates it
 * @param preemptDelay wait before preempting, 0 to 1000 s; {@code preempt_delay}
 * @param acceptMode Accept_Mode; {@code accept}, {@code no_accept}
 * @param downTimerAdverts advertisements missed before the Active router counts as dead, 1 to 100;
 *     {@code down_timer_adverts}, 3 in the RFC
 * @param answersLowerPriority RFC 9568 section 6.4.3's immediate answer to a losing advertisement;
 *     {@code lower_prio_no_advert} negates it
 * @param answersHigherPriority one more advertisement before giving way; {@code
 *     higher_prio_send_advert}
 * @param checksAddressList {@code skip_check_adv_addr} negates it
 * @param ownerListens as owner, hears others at all; {@code owner_ignore_adverts} negates it
 * @param overtakenBy who may have taken over while we ran late, to whom we then give way; {@code
 *     timer_expired_backup}
 * @param authentication {@code authentication} or {@code auth_hmac}
 * @param checksumRule {@code v3_checksum_as_v2}, {@code old_unicast_checksum}
 */
public record VirtualRouterParameters(
    Vrid vrid,
    Version version,
    Family family,
    Priority priority,
    boolean startsAsActive,
    Centiseconds advertisementInterval,
    List<IpAddress> addresses,
    boolean preemptMode,
    Duration preemptDelay,
    boolean acceptMode,
    int downTimerAdverts,
    boolean answersLowerPriority,
    boolean answersHigherPriority,
    boolean checksAddressList,
    boolean ownerListens,
    Optional<Priority> overtakenBy,
    Authentication authentication,
    ChecksumRule checksumRule) {

  public VirtualRouterParameters {
    addresses = List.copyOf(addresses);
  }

  /** This router owns the virtual addresses: base priority 255. */
  public boolean owner() {
    return priority.equals(Priority.OWNER);
  }
}
