package dev.vrrpd.core.config;

import java.time.Duration;
import java.util.Optional;

/**
 * When an Active router tells its neighbours who has the addresses: gratuitous ARP and unsolicited
 * neighbour advertisements. A repeat counts rounds over all addresses.
 *
 * @param delay until the second block after becoming Active; zero: none; {@code garp_master_delay}
 * @param repeat rounds in each block; {@code garp_master_repeat}
 * @param refresh period while Active; zero: none; {@code garp_master_refresh}
 * @param refreshRepeat rounds at each refresh; {@code garp_master_refresh_repeat}
 * @param rivalDelay until the second block after a losing advertisement; {@code
 *     garp_lower_prio_delay}
 * @param rivalRepeat rounds in those blocks; zero: none; {@code garp_lower_prio_repeat}
 * @param elsewhere {@code garp_extra_if}
 * @param inquiries what it asks them
 */
public record AnnouncementConfig(
    Duration delay,
    int repeat,
    Duration refresh,
    int refreshRepeat,
    Duration rivalDelay,
    int rivalRepeat,
    Optional<Elsewhere> elsewhere,
    InquiryConfig inquiries) {

  /** With the instance's own link alone, and without a question. */
  public AnnouncementConfig(
      Duration delay,
      int repeat,
      Duration refresh,
      int refreshRepeat,
      Duration rivalDelay,
      int rivalRepeat) {
    this(
        delay,
        repeat,
        refresh,
        refreshRepeat,
        rivalDelay,
        rivalRepeat,
        Optional.empty(),
        InquiryConfig.OFF);
  }

  /**
   * One address of each other link that carries some of the instance is announced again, so that
   * switches there do not forget its MAC address.
   *
   * @param all every link, or those with a virtual MAC address only
   */
  public record Elsewhere(boolean all, Duration period) {}
}
