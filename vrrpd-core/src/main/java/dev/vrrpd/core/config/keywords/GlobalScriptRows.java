package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.grammar.Arguments.wholeSeconds;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.GlobalDraft.GLOBAL;

import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.keywords.DoorsDraft.FifoDraft;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code global_defs}: scripts, FIFOs and mail. */
final class GlobalScriptRows {
  static final List<Directive<GlobalDraft>> ROWS =
      List.of(
          GLOBAL
              .rowAt(
                  "script_user",
                  new IdentityWords(),
                  (g, identity, line) -> g.scriptUser(identity, line))
              .otherwise("keepalived_script if that user exists, else root")
              .summary(
                  "Identity of scripts that name none. The value in force at a script's line counts."),
          GLOBAL
              .row("enable_script_security", flag(), (g, _) -> g.scriptSecurity = true)
              .otherwise("off")
              .summary("Do not run a script as root if others than root can change it."),
          GLOBAL
              .row("set_supplementary_groups", bool(), (g, on) -> g.supplementaryGroups = on)
              .summary("Scripts get the supplementary groups of their user. Newer than 2.4.3."),
          GLOBAL
              .checked("use_symlink_paths", bool())
              .since("2.3.0")
              .later(Reasons.NOT_YET)
              .summary("Keep symbolic links in the paths of scripts."),
          GLOBAL
              .row(
                  "startup_script",
                  new CommandLine(),
                  (g, command) -> g.doors.startup = Optional.of(g.withUser(command).value()))
              .since("2.1.0")
              .firstWinning()
              .summary("Run once before anything else starts."),
          GLOBAL
              .row(
                  "startup_script_timeout",
                  wholeSeconds(1, 1000),
                  (g, limit) -> g.doors.startupTimeout = limit)
              .byDefault("10")
              .since("2.1.0")
              .summary("How long the startup script may take."),
          GLOBAL
              .row(
                  "shutdown_script",
                  new CommandLine(),
                  (g, command) -> g.doors.shutdown = Optional.of(g.withUser(command).value()))
              .since("2.1.0")
              .firstWinning()
              .summary("Run once when everything else has ended."),
          GLOBAL
              .row(
                  "shutdown_script_timeout",
                  wholeSeconds(1, 1000),
                  (g, limit) -> g.doors.shutdownTimeout = limit)
              .byDefault("10")
              .since("2.1.0")
              .summary("How long the shutdown script may take."),
          fifo("notify_fifo", d -> d.all, "A FIFO that gets a line for every event."),
          fifoScript(
              "notify_fifo_script",
              d -> d.all,
              "Reads notify_fifo; its path is the last argument."),
          fifo("vrrp_notify_fifo", d -> d.vrrp, "A FIFO for VRRP events only."),
          fifoScript("vrrp_notify_fifo_script", d -> d.vrrp, "Reads vrrp_notify_fifo."),
          GLOBAL
              .row("vrrp_notify_priority_changes", bool(), (g, on) -> g.doors.tellsPriority = on)
              .since("2.0.16")
              .summary("FIFO lines for changes of the effective priority."),
          fifo("lvs_notify_fifo", d -> new FifoDraft(), "A FIFO for load balancer events.")
              .noEffect(Reasons.LOAD_BALANCER),
          fifoScript("lvs_notify_fifo_script", d -> new FifoDraft(), "Reads lvs_notify_fifo.")
              .noEffect(Reasons.LOAD_BALANCER),
          GLOBAL
              .names(
                  "notification_email",
                  text("ADDRESS", "admin@example.com"),
                  (_, _) -> {},
                  (_, _, _) -> {})
              .later(Reasons.NO_MAIL)
              .summary("Who gets mail about state changes."),
          GLOBAL
              .checked("notification_email_from", text("ADDRESS", "vrrpd@example.com"))
              .otherwise("LOGIN@HOST")
              .later(Reasons.NO_MAIL)
              .summary("Sender of mail."),
          GLOBAL
              .checked("smtp_server", new MailServerWords())
              .later(Reasons.NO_MAIL)
              .summary("Relay for mail, and its port."),
          GLOBAL
              .checked("smtp_helo_name", text("NAME", "lb01.example.com"))
              .otherwise("the host name")
              .later(Reasons.NO_MAIL)
              .summary("What HELO says."),
          GLOBAL
              .checked("smtp_connect_timeout", wholeSeconds(0, 4294))
              .byDefault("30")
              .later(Reasons.NO_MAIL)
              .summary("How long connecting to the relay may take."),
          GLOBAL
              .checked("smtp_alert", bool())
              .otherwise("off")
              .later(Reasons.NO_MAIL)
              .summary("Mail for every alert."),
          GLOBAL
              .checked("smtp_alert_vrrp", bool())
              .otherwise("smtp_alert")
              .since("2.0.0")
              .later(Reasons.NO_MAIL)
              .summary("Mail for instances and sync groups."),
          GLOBAL
              .checked("smtp_alert_checker", bool())
              .since("2.0.0")
              .noEffect(Reasons.LOAD_BALANCER)
              .summary("Mail of the checkers."),
          GLOBAL
              .checked("no_email_faults", flag())
              .since("2.0.0")
              .later(Reasons.NO_MAIL)
              .summary("No mail for FAULT."),
          GLOBAL
              .checked("no_checker_emails", bool())
              .since("2.0.0")
              .noEffect(Reasons.LOAD_BALANCER)
              .summary("No mail of the checkers."));

  private static Directive<GlobalDraft> fifo(
      String keyword, Function<DoorsDraft, FifoDraft> which, String summary) {
    return GLOBAL
        .row(
            keyword,
            words("PATH [USER [GROUP]]", "/run/vrrpd.fifo"),
            (g, words) -> which.apply(g.doors).at(words))
        .firstWinning()
        .summary(summary);
  }

  private static Directive<GlobalDraft> fifoScript(
      String keyword, Function<DoorsDraft, FifoDraft> which, String summary) {
    return GLOBAL
        .row(
            keyword,
            new CommandLine(),
            (g, command) -> which.apply(g.doors).reader = Optional.of(g.withUser(command).value()))
        .firstWinning()
        .summary(summary);
  }

  private GlobalScriptRows() {}
}
