package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;

import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.keywords.NotifyDraft.Occasion;
import java.util.List;

/**
 * What {@code vrrp_instance} and {@code vrrp_sync_group} share: tracked objects, notify scripts.
 */
final class TrackingRows {
  private TrackingRows() {}

  static <D extends Tracking> List<Directive<D>> of(Keywords<D> rows) {
    return List.of(
        rows.lines(
                "track_interface",
                new TrackLine(254),
                (D d, TrackEntry e, Line line) -> d.tracked.link(e, line))
            .summary("Interfaces whose failure is a fault, or moves the priority by a weight.")
            .example("track_interface {\n    eth1 weight -20\n}"),
        rows.lines(
                "track_script",
                new TrackLine(254),
                (D d, TrackEntry e, Line line) ->
                    d.tracked.script(e, d.file.scripts.containsKey(e.name().text()), line))
            .summary("Check scripts, with a weight of their own where one is given."),
        rows.lines(
                "track_check",
                new TrackLine(254),
                (D d, TrackEntry e, Line line) ->
                    d.tracked.script(e, d.file.scripts.containsKey(e.name().text()), line))
            .summary("Another spelling of track_script, for checks. Not in keepalived."),
        rows.lines(
                "track_file",
                new TrackLine(254),
                (D d, TrackEntry e, Line line) ->
                    d.tracked.file(e, d.file.trackFiles.containsKey(e.name().text()), line))
            .since("2.0.0")
            .summary("Files whose number moves the priority."),
        rows.lines(
                "track_process",
                new TrackLine(254),
                (D d, TrackEntry e, Line line) ->
                    d.tracked.process(e, d.file.trackProcesses.containsKey(e.name().text()), line))
            .since("2.0.11")
            .summary("Processes that have to run."),
        rows.lines(
                "track_bfd",
                new TrackLine(253),
                (D d, TrackEntry e, Line line) ->
                    d.tracked.session(e, d.file.sessions.containsKey(e.name().text()), line))
            .since("2.0.0")
            .summary("BFD sessions that have to be up."),
        notify(rows, Occasion.MASTER, "Run on becoming Active."),
        notify(rows, Occasion.BACKUP, "Run on becoming Backup."),
        notify(rows, Occasion.FAULT, "Run on a fault."),
        notify(rows, Occasion.STOP, "Run when the daemon stops."),
        notify(
            rows,
            Occasion.ANY,
            "Run on each of them, with INSTANCE or GROUP, name, state and priority."),
        rows.row("notify_priority_changes", bool(), (d, on) -> d.notifications.tellsPriority(on))
            .since("2.0.16")
            .otherwise("vrrp_notify_priority_changes")
            .summary(
                "FIFO lines for changes of the effective priority; a group's counts for members that do"
                    + " not set it."),
        rows.row("notify_coalesce", bool(), (d, on) -> d.notifications.coalesces(on))
            .otherwise("notify_coalesce in global_defs")
            .summary(
                "Scripts that wait while the state is left already are not run. Not in keepalived."),
        rows.row("smtp_alert", bool(), (d, on) -> d.notifications.mails(on))
            .otherwise("smtp_alert_vrrp, then smtp_alert")
            .summary("Mail on state changes."));
  }

  static <D extends Tracking> Directive<D> notify(
      Keywords<D> rows, Occasion occasion, String summary) {
    return rows.row(
            occasion.keyword,
            new CommandLine(),
            (d, command) -> d.notifications.set(occasion, d.file.withUser(command)))
        .firstWinning()
        .summary(summary)
        .example(occasion.keyword + " \"/usr/local/bin/on-change now\"");
  }
}
