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

/** {@code global_defs}: scripts, FIFOs, webhook and maintenance. */
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
              .noEffect(
                  "the path is run as it is written; both it and what it leads to are checked")
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
              .row("notify_coalesce", bool(), (g, on) -> g.doors.coalesces = on)
              .summary(
                  "Notify scripts that wait while the state is left already are not run. Not in keepalived."),
          GLOBAL
              .row(
                  "notify_webhook",
                  text(
                      "URL",
                      "http or https",
                      "https://alerts.example.com/vrrp",
                      url -> url.matches("https?://[^/ ]+(/[^ ]*)?")),
                  (g, url) -> g.doors.webhook = Optional.of(url))
              .otherwise("none")
              .summary("Gets each event by POST, as JSON. Not in keepalived."),
          GLOBAL
              .row(
                  "maintenance_file",
                  text("PATH", "an absolute path", "/etc/vrrpd/drained", p -> p.startsWith("/")),
                  (g, path) -> g.maintenanceFile = Optional.of(path))
              .otherwise("none")
              .summary(
                  "While it begins with a number other than 0, every instance is in FAULT; vrrpd drain writes it."
                      + " Not in keepalived."));

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
