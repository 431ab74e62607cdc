package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.multicastGroup;
import static dev.vrrpd.core.config.grammar.Arguments.number;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.raised;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.grammar.Arguments.wholeSeconds;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.GlobalDraft.GLOBAL;

import dev.vrrpd.core.config.InquiryConfig.Takeover;
import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.Version;
import java.util.List;
import java.util.Optional;

/** {@code global_defs}: defaults of the protocol and of announcements. */
final class GlobalProtocolRows {
  private static final long U32 = 4_294_967_295L;
  private static final String LONGEST = "4294.967295";

  static final List<Directive<GlobalDraft>> ROWS =
      List.of(
          GLOBAL
              .row(
                  "vrrp_version",
                  integer(2, 3),
                  (g, number) -> g.version = Optional.of(number == 2 ? Version.V2 : Version.V3))
              .byDefault("2")
              .rfc("5.2.1")
              .summary("Version of instances that name none; those of IPv6 speak version 3."),
          GLOBAL
              .row(
                  "vrrp_mcast_group4",
                  multicastGroup(Family.IPV4),
                  (g, group) -> g.groupIpv4 = group)
              .byDefault("224.0.0.18")
              .rfc("5.1.1.2")
              .summary("Destination of IPv4 advertisements."),
          GLOBAL
              .row(
                  "vrrp_mcast_group6",
                  multicastGroup(Family.IPV6),
                  (g, group) -> g.groupIpv6 = group)
              .byDefault("ff02::12")
              .rfc("5.1.2.2")
              .summary("Destination of IPv6 advertisements."),
          GLOBAL
              .row("vrrp_strict", bool(), (g, on) -> g.strict = on)
              .otherwise("off")
              .summary("Default of strict_mode: refuse what the RFC does not allow."),
          GLOBAL
              .row("vrrp_check_unicast_src", flag(), (g, _) -> g.checkUnicastSource = true)
              .otherwise("off")
              .summary("Default of check_unicast_src; no instance can undo it."),
          GLOBAL
              .row("vrrp_skip_check_adv_addr", bool(), (g, on) -> g.skipAddressCheck = on)
              .otherwise("off")
              .summary("As Backup, compare address lists only when another router becomes Active."),
          GLOBAL
              .row(
                  "vrrp_on_vip_loss",
                  oneOf("restore", "backup", "fault"),
                  (g, word) -> g.onLoss = LossPolicy.of(word))
              .byDefault("restore")
              .summary("on_vip_loss of instances that have none. vrrpd's own keyword."),
          GLOBAL
              .row(
                  "vrrp_lower_prio_no_advert",
                  bool(),
                  (g, on) -> g.lowerPriorityNoAdvert = Optional.of(on))
              .otherwise("off; strict: on")
              .rfc("6.4.3")
              .summary("An Active router does not answer a losing advertisement."),
          GLOBAL
              .row(
                  "vrrp_higher_prio_send_advert",
                  bool(),
                  (g, on) -> g.higherPrioritySendAdvert = on)
              .otherwise("off")
              .summary("An Active router sends once more before it gives way."),
          GLOBAL
              .row(
                  "vrrp_owner_ignore_adverts",
                  bool(),
                  (g, on) -> g.ownerIgnoresAdverts = Optional.of(on))
              .since("2.3.3")
              .otherwise("off; strict: on")
              .rfc("7.1")
              .summary("Default of owner_ignore_adverts."),
          GLOBAL
              .row(
                  "vrrp_down_timer_adverts",
                  integer(1, 100),
                  (g, count) -> g.downTimerAdverts = count)
              .byDefault("3")
              .since("2.2.3")
              .rfc("6.1")
              .summary("Advertisements missed before the Active router counts as dead."),
          GLOBAL
              .row("v3_checksum_as_v2", flag(), (g, _) -> g.checksumAsVersion2 = true)
              .since("2.2.8")
              .otherwise("off")
              .rfc("5.2.8")
              .summary(
                  "Version 3 checksums over IPv4 leave the pseudo-header out; any argument means"
                      + " on."),
          GLOBAL
              .row(
                  "vrrp_startup_delay",
                  seconds("0.001", LONGEST),
                  (g, delay) -> g.startupDelay = delay)
              .otherwise("none")
              .since("2.0.14")
              .summary("No instance becomes Active before, and advertisements are not looked at."),
          GLOBAL
              .row(
                  "vrrp_delay_after_boot",
                  seconds("0.001", LONGEST),
                  (g, delay) -> g.delayAfterBoot = delay)
              .since("2.4.0")
              .otherwise("none")
              .summary("Like vrrp_startup_delay, counted from the boot of the system."),
          GLOBAL
              .row("log_unknown_vrids", flag(), (g, _) -> g.logUnknownVrids = true)
              .since("2.0.16")
              .otherwise("off")
              .summary("Log advertisements of virtual routers that are not configured."),
          GLOBAL
              .row(
                  "disable_local_igmp",
                  flag(),
                  (g, _) -> g.doors.tuning.silencesLocalReports = true)
              .since("2.2.0")
              .otherwise("off")
              .summary(
                  "Keep the kernel from reporting link-local groups by IGMP as long as the daemon"
                      + " runs; a reload does not change it."),
          GLOBAL
              .row(
                  "vmac_prefix",
                  text("STRING", "vrrp"),
                  (g, prefix) -> g.linkPrefix = Optional.of(prefix))
              .byDefault("vrrp")
              .since("2.2.0")
              .firstWinning()
              .summary("How the names of virtual MAC interfaces begin."),
          GLOBAL
              .row(
                  "vmac_addr_prefix",
                  text("STRING", "vrrp"),
                  (g, prefix) -> g.addressLinkPrefix = Optional.of(prefix))
              .otherwise("vmac_prefix")
              .since("2.2.0")
              .firstWinning()
              .summary("The same for addresses on other interfaces."),
          GLOBAL
              .checked("vrrp_rx_bufs_policy", words("MTU|ADVERT|BYTES", "MTU"))
              .since("2.0.3")
              .noEffect(Reasons.NO_BUFFERS)
              .summary("How keepalived sizes the receive buffers of its sockets."),
          GLOBAL
              .checked("vrrp_rx_bufs_multiplier", number(1, U32))
              .byDefault("3")
              .since("2.0.3")
              .noEffect(Reasons.NO_BUFFERS)
              .summary("Factor for it."),
          GLOBAL
              .row(
                  "vrrp_garp_master_delay",
                  wholeSeconds(0, 4294),
                  (g, delay) -> g.announcements.delay = Optional.of(delay))
              .byDefault("5")
              .summary("Second block of announcements this long after becoming Active; 0: none."),
          GLOBAL
              .row(
                  "vrrp_garp_master_repeat",
                  raised(number(0, U32), 1),
                  (g, count) -> g.announcements.repeat = Optional.of(count))
              .byDefault("5")
              .summary("Announcements of each address in a block."),
          GLOBAL
              .row(
                  "vrrp_garp_lower_prio_delay",
                  wholeSeconds(0, 4294),
                  (g, delay) -> g.announcements.rivalDelay = Optional.of(delay))
              .otherwise("vrrp_garp_master_delay; strict: 0")
              .summary("Second block after a losing advertisement."),
          GLOBAL
              .row(
                  "vrrp_garp_lower_prio_repeat",
                  number(0, Integer.MAX_VALUE),
                  (g, count) -> g.announcements.rivalRepeat = Optional.of(count))
              .otherwise("vrrp_garp_master_repeat; strict: 0")
              .summary("Announcements after a losing advertisement; 0: none."),
          GLOBAL
              .row(
                  "vrrp_garp_master_refresh",
                  wholeSeconds(0, U32),
                  (g, period) -> g.announcements.refresh = Optional.of(period))
              .byDefault("0")
              .summary("Announce again this often while Active; 0: never."),
          GLOBAL
              .row(
                  "vrrp_garp_master_refresh_repeat",
                  raised(number(0, U32), 1),
                  (g, count) -> g.announcements.refreshRepeat = Optional.of(count))
              .byDefault("1")
              .summary("Announcements of each address then."),
          GLOBAL
              .row(
                  "vrrp_garp_interval", seconds("0.000001", LONGEST), (g, pace) -> g.arpPace = pace)
              .otherwise("none")
              .summary("Least time between gratuitous ARPs on one interface."),
          GLOBAL
              .row(
                  "vrrp_gna_interval",
                  seconds("0.000001", LONGEST),
                  (g, pace) -> g.advertisementPace = pace)
              .otherwise("none")
              .summary("Least time between neighbour advertisements on one interface."),
          GLOBAL
              .row("vrrp_min_garp", bool(), (g, on) -> g.leastAnnouncements(on))
              .since("2.0.12")
              .otherwise("off")
              .summary("One announcement and no more, for what is not set yet at this line."),
          GLOBAL
              .row(
                  "vrrp_garp_extra_if",
                  new ExtraInterfaceWords(1),
                  (g, wish) -> g.announcements.elsewhere = Optional.of(wish))
              .since("2.2.3")
              .otherwise("off")
              .summary("Announce on other interfaces that carry the addresses, this often."),
          GLOBAL
              .row(
                  "vrrp_rival_probe",
                  new PeriodWord(),
                  (g, period) -> g.announcements.inquiries.period = Optional.of(period))
              .otherwise("60; strict: off")
              .summary("rival_probe of instances that have none. vrrpd's own keyword."),
          GLOBAL
              .row(
                  "vrrp_takeover_probe",
                  oneOf("off", "warn"),
                  (g, word) -> g.announcements.inquiries.takeover = Optional.of(Takeover.of(word)))
              .otherwise("warn; strict: off")
              .summary("takeover_probe of instances that have none. vrrpd's own keyword."),
          GLOBAL
              .row(
                  "vrrp_vmac_garp_intvl",
                  new ExtraInterfaceWords(1),
                  (g, wish) -> g.announcements.elsewhere = Optional.of(wish))
              .deprecatedFor("vrrp_garp_extra_if")
              .summary("Old spelling of vrrp_garp_extra_if."));

  private GlobalProtocolRows() {}
}
