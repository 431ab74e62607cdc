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
              .checked("default_interface", interfaceName())
              .byDefault("eth0")
              .later(Reasons.NO_ROUTES)
              .summary("Interface of static addresses without dev."),
          GLOBAL
              .checked(
                  "tmp_config_directory", text("DIR", "a writable directory", "/run", p -> true))
              .since("2.2.0")
              .firstWinning()
              .noEffect("vrrpd keeps no copy of its configuration on disk")
              .summary("Where keepalived stores its consolidated configuration."),
          GLOBAL
              .checked("config_save_dir", text("DIR", "/var/lib/vrrpd"))
              .since("2.2.3")
              .later(Reasons.NOT_YET)
              .summary("Saves configuration and state before and after each reload."),
          GLOBAL
              .checked("process_names", flag())
              .since("2.0.16")
              .noEffect(Reasons.ONE_PROCESS)
              .summary("Gives keepalived's children names of their own."),
          GLOBAL
              .checked("process_name", text("NAME", "vrrpd"))
              .since("2.0.16")
              .firstWinning()
              .later(Reasons.NOT_YET)
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
              .checked("umask", new UmaskWord())
              .byDefault("0177")
              .since("2.0.9")
              .later(Reasons.NOT_YET)
              .summary("Creation mask of files that the daemon and its scripts make."),
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
              .checked("data_use_instance", bool())
              .since("2.2.3")
              .later(Reasons.NOT_YET)
              .summary("Puts namespace and instance name into the names of dump files."),
          GLOBAL
              .checked("state_dump_file", text("PATH", "/run/vrrpd.data"))
              .since("2.3.3")
              .later(Reasons.NOT_YET)
              .summary(
                  "Where SIGUSR1 writes the state. The manual page calls it state_file_location."),
          GLOBAL
              .checked("stats_dump_file", text("PATH", "/run/vrrpd.stats"))
              .since("2.3.3")
              .later(Reasons.NOT_YET)
              .summary(
                  "Where SIGUSR2 writes the counters. The manual page calls it stats_file_location."),
          GLOBAL
              .checked("json_dump_file", text("PATH", "/run/vrrpd.json"))
              .since("2.3.3")
              .later(Reasons.NOT_YET)
              .summary("Where the JSON dump goes. The manual page calls it json_file_location."),
          GLOBAL
              .checked("json_version", integer(1, 2))
              .byDefault("1")
              .since("2.2.8")
              .later(Reasons.NOT_YET)
              .summary("Layout of the JSON dump."),
          GLOBAL
              .checked("iproute_usr_dir", text("PATH", "/usr/share/iproute2"))
              .since("2.3.2")
              .later(Reasons.NO_ROUTES)
              .summary("Second directory of names for tables, scopes and protocols."),
          GLOBAL
              .checked("iproute_etc_dir", text("PATH", "/etc/iproute2"))
              .byDefault("/etc/iproute2")
              .since("2.3.2")
              .later(Reasons.NO_ROUTES)
              .summary("First directory of names for tables, scopes and protocols."),
          GLOBAL
              .checked(
                  "reload_check_config", optional(text("LOGFILE", "/var/log/vrrpd-reload.log"), ""))
              .since("2.2.0")
              .noEffect("vrrpd checks every new configuration before it uses it")
              .summary("Check a configuration before a reload."),
          GLOBAL
              .checked(
                  "reload_time_file",
                  text("FILE", ABSOLUTE, "/etc/vrrpd/reload-at", p -> p.startsWith("/")))
              .since("2.1.0")
              .later(Reasons.NO_RELOAD_FILES)
              .summary("A file whose first line says when to reload."),
          GLOBAL
              .checked("reload_repeat", flag())
              .since("2.1.0")
              .later(Reasons.NO_RELOAD_FILES)
              .summary("Repeat a scheduled reload daily."),
          GLOBAL
              .checked(
                  "reload_file",
                  optional(text("FILE", ABSOLUTE, "/run/vrrpd.reload", p -> p.startsWith("/")), ""))
              .since("2.2.0")
              .later(Reasons.NO_RELOAD_FILES)
              .summary("A file that is there while a configuration is read."),
          GLOBAL
              .checked("fifo_write_vrrp_states_on_reload", flag())
              .since("2.2.5")
              .later(Reasons.NO_FIFO)
              .summary("Write all states to the notify FIFO after a reload."));

  private GlobalProcessRows() {}
}
