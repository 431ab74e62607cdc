package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.interfaceName;
import static dev.vrrpd.core.config.grammar.Arguments.number;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.keywords.GlobalDraft.GLOBAL;

import dev.vrrpd.core.config.grammar.Directive;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code global_defs}: process, files, logging, reload. */
final class GlobalProcessRows {
  private static final String ABSOLUTE = "an absolute path";

  static final List<Directive<GlobalDraft>> ROWS =
      List.of(
          GLOBAL
              .row("router_id", text("STRING", "lb01"), (g, name) -> g.routerId = Optional.of(name))
              .otherwise("the host name")
              .summary("Names this node in mail subjects, SNMP and the log."),
          GLOBAL
              .row(
                  "dynamic_interfaces",
                  optional(oneOf("allow_if_changes"), ""),
                  (g, _) -> g.dynamicInterfaces = true)
              .otherwise("off")
              .since("2.0.0")
              .summary(
                  "Interfaces need not exist yet: their instances stay in FAULT until they appear."
                      + " Without it an absent interface keeps the daemon from starting."),
          GLOBAL
              .row(
                  "default_interface",
                  interfaceName(),
                  (g, name) -> g.defaultLink = Optional.of(name))
              .byDefault("eth0")
              .summary(
                  "Interface of addresses without dev: static ones, and those of instances without"
                      + " interface."),
          GLOBAL
              .checked(
                  "tmp_config_directory", text("DIR", "a writable directory", "/run", p -> true))
              .since("2.2.0")
              .firstWinning()
              .noEffect("vrrpd keeps no copy of its configuration on disk")
              .summary("Where keepalived stores its consolidated configuration."),
          GLOBAL
              .row(
                  "config_save_dir",
                  text("DIR", "/var/lib/vrrpd"),
                  (g, path) -> g.doors.saveDirectory = Optional.of(path))
              .since("2.2.3")
              .summary("Saves configuration and state before and after each reload."),
          GLOBAL
              .checked("process_names", flag())
              .since("2.0.16")
              .noEffect(Reasons.ONE_PROCESS)
              .summary("Gives keepalived's children names of their own."),
          GLOBAL
              .row(
                  "process_name",
                  text("NAME", "vrrpd"),
                  (g, name) -> g.doors.processName = Optional.of(name))
              .since("2.0.16")
              .firstWinning()
              .summary("Name of the process in ps."),
          GLOBAL
              .checked("vrrp_process_name", text("NAME", "vrrpd"))
              .since("2.0.16")
              .firstWinning()
              .noEffect(Reasons.ONE_PROCESS)
              .summary("Name of keepalived's VRRP child."),
          GLOBAL
              .checked("checker_process_name", text("NAME", "checker"))
              .since("2.2.0")
              .noEffect(Reasons.ONE_PROCESS)
              .summary("Name of keepalived's checker child."),
          GLOBAL
              .checked("lvs_process_name", text("NAME", "checker"))
              .since("2.0.16")
              .deprecatedFor("checker_process_name")
              .noEffect(Reasons.ONE_PROCESS)
              .summary("Name of keepalived's checker child."),
          GLOBAL
              .checked("bfd_process_name", text("NAME", "bfd"))
              .since("2.0.16")
              .noEffect(Reasons.ONE_PROCESS)
              .summary("Name of keepalived's BFD child."),
          GLOBAL
              .row("umask", new UmaskWord(), (g, mask) -> g.doors.umask = OptionalInt.of(mask))
              .byDefault("0177")
              .since("2.0.9")
              .summary("Creation mask of files that the daemon and its scripts make."),
          GLOBAL
              .row(
                  "log_level",
                  new LogLevelWords(),
                  (g, entry) -> g.doors.logLevels.put(entry.getKey(), entry.getValue()))
              .otherwise("what -D asks for")
              .summary(
                  "How much one part of the daemon logs, from the next start or reload on; may stand"
                      + " once for each part. vrrpd's own keyword."),
          GLOBAL
              .checked("random_seed", number(0, 4_294_967_295L))
              .otherwise("the time")
              .since("2.0.15")
              .summary("Seed of ${_RANDOM}: the same seed gives the same numbers."),
          GLOBAL
              .checked("include_check", new IncludeCheckWords())
              .since("2.2.0")
              .otherwise("none")
              .summary("What every include must meet; no word means all."),
          GLOBAL
              .row("data_use_instance", bool(), (g, on) -> g.doors.namedByInstance = on)
              .since("2.2.3")
              .summary("Puts namespace and instance name into the names of dump files."),
          GLOBAL
              .row(
                  "state_dump_file",
                  text("PATH", "/run/vrrpd.data"),
                  (g, path) -> g.doors.stateFile = Optional.of(path))
              .since("2.3.3")
              .summary(
                  "Where SIGUSR1 writes the state. The manual page calls it state_file_location."),
          GLOBAL
              .checked("stats_dump_file", text("PATH", "/run/vrrpd.stats"))
              .since("2.3.3")
              .noEffect("keepalived does not use it either: the file stays in its directory")
              .summary(
                  "Where SIGUSR2 writes the counters. The manual page calls it stats_file_location."),
          GLOBAL
              .checked("json_dump_file", text("PATH", "/run/vrrpd.json"))
              .since("2.3.3")
              .noEffect("keepalived does not use it either: the file stays in its directory")
              .summary("Where the JSON dump goes. The manual page calls it json_file_location."),
          GLOBAL
              .row("json_version", integer(1, 2), (g, version) -> g.doors.jsonVersion = version)
              .byDefault("1")
              .since("2.2.8")
              .summary("Layout of the JSON dump."),
          GLOBAL
              .row(
                  "iproute_usr_dir",
                  text("PATH", "/usr/share/iproute2"),
                  (g, path) -> g.namesOfSystem = path)
              .since("2.3.2")
              .otherwise("/usr/share/iproute2, /usr/lib/iproute2")
              .summary("Second directory of names for tables, scopes and protocols."),
          GLOBAL
              .row(
                  "iproute_etc_dir",
                  text("PATH", "/etc/iproute2"),
                  (g, path) -> g.namesOfHost = path)
              .byDefault("/etc/iproute2")
              .since("2.3.2")
              .summary("First directory of names for tables, scopes and protocols."),
          GLOBAL
              .checked(
                  "reload_check_config", optional(text("LOGFILE", "/var/log/vrrpd-reload.log"), ""))
              .since("2.2.0")
              .noEffect("vrrpd checks every new configuration before it uses it")
              .summary("Check a configuration before a reload."),
          GLOBAL
              .row(
                  "reload_time_file",
                  text("FILE", ABSOLUTE, "/etc/vrrpd/reload-at", p -> p.startsWith("/")),
                  (g, path) -> g.doors.reloadTimeFile = Optional.of(path))
              .since("2.1.0")
              .summary("A file whose first line says when to reload."),
          GLOBAL
              .row("reload_repeat", flag(), (g, on) -> g.doors.reloadsDaily = true)
              .since("2.1.0")
              .summary("Repeat a scheduled reload daily."),
          GLOBAL
              .row(
                  "reload_file",
                  optional(text("FILE", ABSOLUTE, "/run/vrrpd.reload", p -> p.startsWith("/")), ""),
                  (g, path) -> g.doors.reloadMarker = Optional.of(path))
              .since("2.2.0")
              .summary("A file that is there while a configuration is read."),
          GLOBAL
              .row(
                  "fifo_write_vrrp_states_on_reload",
                  flag(),
                  (g, on) -> g.doors.writesStates = true)
              .since("2.2.5")
              .summary("Write all states to the notify FIFO after a reload."));

  private GlobalProcessRows() {}
}
