package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.grammar.Arguments.wholeSeconds;
import static dev.vrrpd.core.config.keywords.GlobalDraft.GLOBAL;

import dev.vrrpd.core.config.grammar.Directive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code global_defs}: mail. */
final class MailRows {
  static final List<Directive<GlobalDraft>> ROWS =
      List.of(
          GLOBAL
              .names(
                  "notification_email",
                  text("ADDRESS", "admin@example.com"),
                  (_, _) -> {},
                  (g, address, _) -> g.doors.mail.recipients.add(address))
              .otherwise("none")
              .summary("Who gets mail about state changes."),
          GLOBAL
              .row(
                  "notification_email_from",
                  text("ADDRESS", "vrrpd@example.com"),
                  (g, address) -> g.doors.mail.sender = Optional.of(address))
              .otherwise("LOGIN@HOST")
              .summary("Sender of mail."),
          GLOBAL
              .row(
                  "smtp_server",
                  new MailServerWords(),
                  (g, relay) -> g.doors.mail.relay = Optional.of(relay))
              .otherwise("none")
              .summary("Relay for mail, and its port."),
          GLOBAL
              .row(
                  "smtp_helo_name",
                  text("NAME", "lb01.example.com"),
                  (g, name) -> g.doors.mail.helo = Optional.of(name))
              .otherwise("the host name")
              .summary("What HELO says."),
          GLOBAL
              .row(
                  "smtp_connect_timeout",
                  wholeSeconds(0, 4294),
                  (g, limit) ->
                      g.doors.mail.connectTimeout = limit.isZero() ? Duration.ofSeconds(1) : limit)
              .byDefault("30")
              .summary("How long connecting to the relay, and each of its answers, may take."),
          GLOBAL
              .row("smtp_alert", bool(), (g, on) -> g.doors.mail.alert = Optional.of(on))
              .otherwise("off")
              .summary("Mail for every alert."),
          GLOBAL
              .row("smtp_alert_vrrp", bool(), (g, on) -> g.doors.mail.alertVrrp = Optional.of(on))
              .otherwise("smtp_alert")
              .since("2.0.0")
              .summary("Mail for instances and sync groups."),
          GLOBAL
              .checked("smtp_alert_checker", bool())
              .since("2.0.0")
              .noEffect(Reasons.LOAD_BALANCER)
              .summary("Mail of the checkers."),
          GLOBAL
              .row("no_email_faults", flag(), (g, _) -> g.doors.mail.noFaults = true)
              .since("2.0.0")
              .summary("No mail for FAULT."),
          GLOBAL
              .checked("no_checker_emails", bool())
              .since("2.0.0")
              .noEffect(Reasons.LOAD_BALANCER)
              .summary("No mail of the checkers."));

  private MailRows() {}
}
