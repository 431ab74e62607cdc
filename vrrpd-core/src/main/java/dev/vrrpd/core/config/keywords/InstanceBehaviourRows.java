package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.number;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.raised;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.grammar.Arguments.strictInteger;
import static dev.vrrpd.core.config.grammar.Arguments.wholeSeconds;
import static dev.vrrpd.core.config.keywords.InstanceDraft.ROUTER;

import dev.vrrpd.core.config.InquiryConfig.Takeover;
import dev.vrrpd.core.config.LossPolicy;
import dev.vrrpd.core.config.grammar.Directive;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code vrrp_instance}: addresses, election and timing, announcements. */
final class InstanceBehaviourRows {
  private static final long U32 = 4_294_967_295L;

  static final List<Directive<InstanceDraft>> ROWS =
      List.of(
          ROUTER
              .lines("virtual_ipaddress", new AddressLine(false), InstanceDraft::address)
              .otherwise("at least one")
              .rfc("5.2.9")
              .summary("The virtual addresses, in advertisements. One on each line.")
              .example("virtual_ipaddress {\n    192.0.2.10/24 dev eth0 label eth0:vip\n}"),
          ROUTER
              .lines(
                  "virtual_ipaddress_excluded",
                  new AddressLine(false),
                  (i, address, line) -> i.excludedAddresses.add(address))
              .summary(
                  "Addresses that come and go with the others, never advertised; of any family."),
          ROUTER
              .row("no_virtual_ipaddress", flag(), (i, _) -> i.noAddresses = true)
              .since("2.2.8")
              .otherwise("off")
              .summary("Allow an instance without virtual addresses."),
          ROUTER
              .row("promote_secondaries", flag(), (i, _) -> i.promotesSecondaries = true)
              .otherwise("off")
              .summary(
                  "When a primary address goes from the interface, the next one of its subnet becomes"
                      + " primary (net.ipv4.conf.INTERFACE.promote_secondaries, until the end);"
                      + " with use_vmac it is so anyway."),
          ROUTER
              .lines("virtual_routes", new RouteLine(), (i, route, _) -> i.routes.add(route))
              .otherwise("none")
              .summary("Routes that come and go with the addresses."),
          ROUTER
              .lines("virtual_rules", new RuleLine(), (i, rule, _) -> i.rules.add(rule))
              .otherwise("none")
              .summary("Routing rules that come and go with the addresses."),
          ROUTER
              .row(
                  "on_vip_loss",
                  oneOf("restore", "backup", "fault"),
                  (i, word) -> i.onLoss = Optional.of(LossPolicy.of(word)))
              .otherwise("vrrp_on_vip_loss")
              .summary(
                  "When somebody removes an address, route, rule or virtual MAC interface of an"
                      + " Active router: restore puts it back at once, five times in ten seconds,"
                      + " then gives way; backup gives way, as keepalived does; fault stays in FAULT"
                      + " until a reload. vrrpd's own keyword.")
              .example("on_vip_loss backup"),
          ROUTER
              .row("accept", flag(), (i, _) -> i.accept = Optional.of(true))
              .otherwise("on; strict: for the owner only")
              .rfc("6.1")
              .summary("Take packets to the virtual addresses though not their owner."),
          ROUTER
              .row("no_accept", flag(), (i, _) -> i.accept = Optional.of(false))
              .otherwise("off")
              .rfc("6.1")
              .summary("Drop packets to the virtual addresses."),
          ROUTER
              .row("nopreempt", flag(), (i, _) -> i.nopreempt = true)
              .otherwise("off")
              .rfc("6.1")
              .summary("Do not take over from a router of lower priority that works."),
          ROUTER
              .row("preempt", flag(), (i, _) -> i.nopreempt = false)
              .otherwise("on")
              .rfc("6.1")
              .summary("Undoes nopreempt."),
          ROUTER
              .row("preempt_delay", seconds("0", "1000"), (i, delay) -> i.preemptDelay = delay)
              .byDefault("0")
              .summary("Wait before taking over from a router of lower priority."),
          ROUTER
              .row(
                  "down_timer_adverts",
                  integer(1, 100),
                  (i, count) -> i.downTimerAdverts = OptionalInt.of(count))
              .since("2.2.3")
              .otherwise("vrrp_down_timer_adverts")
              .rfc("6.1")
              .summary("Advertisements missed before the Active router counts as dead. Strict: 3."),
          ROUTER
              .row(
                  "timer_expired_backup",
                  optional(strictInteger(1, 254), 254),
                  (i, priority) -> i.overtakenBy = OptionalInt.of(priority))
              .since("2.2.8")
              .otherwise("off")
              .summary(
                  "With nopreempt: become Backup if this router ran so late that one of this priority"
                      + " may have taken over."),
          ROUTER
              .row(
                  "thread_timer_expired",
                  optional(strictInteger(1, 254), 254),
                  (i, priority) -> i.overtakenBy = OptionalInt.of(priority))
              .since("2.3.2")
              .otherwise("off")
              .deprecatedFor("timer_expired_backup")
              .summary("Another name of timer_expired_backup."),
          ROUTER
              .row(
                  "lower_prio_no_advert",
                  bool(),
                  (i, on) -> i.lowerPriorityNoAdvert = Optional.of(on))
              .otherwise("vrrp_lower_prio_no_advert")
              .rfc("6.4.3")
              .summary("As Active, do not answer a losing advertisement."),
          ROUTER
              .row(
                  "higher_prio_send_advert",
                  bool(),
                  (i, on) -> i.higherPrioritySendAdvert = Optional.of(on))
              .otherwise("vrrp_higher_prio_send_advert")
              .summary("As Active, send once more before giving way."),
          ROUTER
              .row(
                  "owner_ignore_adverts",
                  bool(),
                  (i, on) -> i.ownerIgnoresAdverts = Optional.of(on))
              .since("2.3.3")
              .otherwise("vrrp_owner_ignore_adverts; strict: on")
              .rfc("7.1")
              .summary("An owner (priority 255) discards all advertisements."),
          ROUTER
              .row("skip_check_adv_addr", bool(), (i, on) -> i.skipAddressCheck = Optional.of(on))
              .otherwise("vrrp_skip_check_adv_addr")
              .summary("Compare the address list only when the sender changes."),
          ROUTER
              .row("strict_mode", bool(), (i, on) -> i.strict = Optional.of(on))
              .otherwise("vrrp_strict")
              .summary("Refuse what the RFC does not allow."),
          ROUTER
              .row(
                  "garp_master_delay",
                  wholeSeconds(0, 4294),
                  (i, delay) -> i.announcements.delay = Optional.of(delay))
              .otherwise("vrrp_garp_master_delay")
              .summary("Second block of announcements this long after the first; 0: none."),
          ROUTER
              .row(
                  "garp_master_repeat",
                  raised(number(0, U32), 1),
                  (i, count) -> i.announcements.repeat = Optional.of(count))
              .otherwise("vrrp_garp_master_repeat")
              .summary("Announcements of each address in a block."),
          ROUTER
              .row(
                  "garp_master_refresh",
                  wholeSeconds(0, U32),
                  (i, period) -> i.announcements.refresh = Optional.of(period))
              .otherwise("vrrp_garp_master_refresh")
              .summary("Announce again this often while Active; 0: never."),
          ROUTER
              .row(
                  "garp_master_refresh_repeat",
                  raised(number(0, U32), 1),
                  (i, count) -> i.announcements.refreshRepeat = Optional.of(count))
              .otherwise("vrrp_garp_master_refresh_repeat")
              .summary("Announcements of each address then."),
          ROUTER
              .row(
                  "garp_lower_prio_delay",
                  wholeSeconds(0, 4294),
                  (i, delay) -> i.announcements.rivalDelay = Optional.of(delay))
              .otherwise("vrrp_garp_lower_prio_delay")
              .summary("Second block after a losing advertisement."),
          ROUTER
              .row(
                  "garp_lower_prio_repeat",
                  number(0, Integer.MAX_VALUE),
                  (i, count) -> i.announcements.rivalRepeat = Optional.of(count))
              .otherwise("vrrp_garp_lower_prio_repeat")
              .summary("Announcements after a losing advertisement; 0: none."),
          ROUTER
              .row(
                  "garp_extra_if",
                  new ExtraInterfaceWords(0),
                  (i, wish) -> i.announcements.elsewhere = Optional.of(wish))
              .since("2.2.3")
              .otherwise("vrrp_garp_extra_if")
              .summary("Announce on other interfaces that carry the addresses, this often."),
          ROUTER
              .row(
                  "rival_probe",
                  new PeriodWord(),
                  (i, period) -> i.announcements.inquiries.period = Optional.of(period))
              .otherwise("vrrp_rival_probe")
              .summary(
                  "As Active, ask the link this often who else answers for the first virtual address"
                      + " (ARP probe, neighbour solicitation): another Active router whose"
                      + " advertisements do not arrive here is named in the log and in the metrics."
                      + " vrrpd's own keyword.")
              .example("rival_probe 30"),
          ROUTER
              .row(
                  "takeover_probe",
                  oneOf("off", "warn"),
                  (i, word) -> i.announcements.inquiries.takeover = Optional.of(Takeover.of(word)))
              .otherwise("vrrp_takeover_probe")
              .summary(
                  "As Backup, ask the same once when advertisements are missing: warn takes over in"
                      + " any case and names who still answers. vrrpd's own keyword.")
              .example("takeover_probe off"),
          ROUTER
              .row(
                  "vmac_garp_intvl",
                  new ExtraInterfaceWords(0),
                  (i, wish) -> i.announcements.elsewhere = Optional.of(wish))
              .deprecatedFor("garp_extra_if")
              .summary("Old spelling of garp_extra_if."));

  private InstanceBehaviourRows() {}
}
