package dev.vrrpd.core.config.dump;

import dev.vrrpd.core.config.AgentsConfig;
import dev.vrrpd.core.config.AgentsConfig.Mib;
import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.DoorsConfig;
import dev.vrrpd.core.config.DumpConfig;
import dev.vrrpd.core.config.FifoConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.LogLevel;
import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.core.config.ProcessConfig;
import dev.vrrpd.core.config.ReloadConfig;
import dev.vrrpd.core.config.StatusConfig;
import dev.vrrpd.core.config.TuningConfig;
import dev.vrrpd.core.value.FilterStyle;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands outside of instances, groups and scripts: before them all but {@code script_user},
 * which counts for the scripts below it and therefore comes last.
 */
final class GlobalText {
  private final Blocks out;
  private final GlobalConfig global;
  private final DoorsConfig doors;
  private final LinksText links;

  GlobalText(Blocks out, GlobalConfig global, LinksText links) {
    this.out = out;
    this.links = links;
    this.global = global;
    this.doors = global.doors();
  }

  void open() {
    outside(doors.process());
    out.open("global_defs");
    text("router_id", global.routerId());
    out.flag("enable_script_security", global.scriptSecurity());
    out.flag("set_supplementary_groups", global.supplementaryGroups());
    if (!global.startupDelay().isZero()) {
      out.line("vrrp_startup_delay", Blocks.seconds(global.startupDelay()));
    }
    global.realtimePriority().ifPresent(priority -> out.line("vrrp_rt_priority", priority));
    links.each();
    filter(global.filter());
    out.flag("vrrp_no_swap", global.noSwap());
    out.flag("log_unknown_vrids", global.logUnknownVrids());
    out.flag("dynamic_interfaces", global.dynamicInterfaces());
    process(doors.process());
    dumps(doors.dumps());
    reload(doors.reload());
    fifos();
    agents(doors.agents());
    mail(doors.mail());
    text("notify_webhook", doors.webhook());
    global.metrics().ifPresent(address -> out.line("metrics", address));
    if (!doors.status().equals(StatusConfig.STANDARD)) {
      out.line("status_socket", doors.status());
    }
    out.close();
  }

  private void filter(FilterStyle filter) {
    if (!filter.equals(FilterStyle.STANDARD)) {
      out.line("nftables", filter.table());
      out.line("nftables_priority", filter.priority());
      out.flag("nftables_counters", filter.counters());
    }
  }

  void close() {
    if (global.scriptUser().isPresent()) {
      out.open("global_defs");
      out.line("script_user", identity(global.scriptUser(), global.scriptGroup()));
      out.close();
    }
  }

  private void outside(ProcessConfig process) {
    text("net_namespace", process.namespace());
    text("instance", process.instance());
    out.flag("use_pid_dir", process.pidDirectory());
  }

  private void process(ProcessConfig process) {
    text("process_name", process.name());
    process.umask().ifPresent(mask -> out.line("umask", "0%o".formatted(mask)));
    for (LogLevel.Part part : LogLevel.Part.values()) {
      LogLevel level = process.logLevels().get(part);
      if (level != null) {
        out.line("log_level", part.word() + " " + level.word());
      }
    }
    tuning(process.tuning());
    once("startup_script", process.startup());
    once("shutdown_script", process.shutdown());
  }

  private void tuning(TuningConfig tuning) {
    tuning.nice().ifPresent(nice -> out.line("vrrp_priority", nice));
    if (!tuning.processors().isEmpty()) {
      out.line(
          "vrrp_cpu_affinity",
          tuning.processors().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    tuning.realTimeLimitMicros().ifPresent(micros -> out.line("vrrp_rlimit_rttime", micros));
    out.flag("disable_local_igmp", tuning.silencesLocalReports());
  }

  private void once(String keyword, Optional<ProcessConfig.Once> once) {
    if (once.isPresent()) {
      out.line(keyword, CommandText.of(once.get().command()));
      out.line(keyword + "_timeout", Blocks.seconds(once.get().timeout()));
    }
  }

  private void dumps(DumpConfig dumps) {
    text("state_dump_file", dumps.stateFile());
    out.flag("data_use_instance", dumps.namedByInstance());
    out.line("json_version", dumps.jsonVersion());
  }

  private void reload(ReloadConfig reload) {
    reload
        .marker()
        .ifPresent(file ->
            out.word(("reload_file " + (file.isEmpty() ? "" : Blocks.quoted(file))).trim()));
    text("reload_time_file", reload.timeFile());
    out.flag("reload_repeat", reload.daily());
    text("config_save_dir", reload.saveDirectory());
    out.flag("fifo_write_vrrp_states_on_reload", reload.writesStates());
  }

  /** Which of the two keywords a FIFO came by makes no difference. */
  private void fifos() {
    String keyword = "notify_fifo";
    for (FifoConfig fifo : doors.fifos()) {
      out.line(
          keyword, (Blocks.quoted(fifo.path()) + " " + identity(fifo.user(), fifo.group())).trim());
      for (Command reader : fifo.reader().stream().toList()) {
        out.line(keyword + "_script", CommandText.of(reader));
      }
      keyword = "vrrp_notify_fifo";
    }
  }

  private void agents(AgentsConfig agents) {
    out.flag("enable_dbus", agents.busName().isPresent());
    agents.busName().ifPresent(name -> out.line("dbus_service_name", Blocks.quoted(name)));
    if (!agents.noInterface().equals(AgentsConfig.NO_INTERFACE)) {
      out.line("dbus_no_interface_name", Blocks.quoted(agents.noInterface()));
    }
    out.flag("enable_snmp_vrrp", agents.mibs().contains(Mib.KEEPALIVED));
    out.flag("enable_snmp_rfcv2", agents.mibs().contains(Mib.RFC_2787));
    out.flag("enable_snmp_rfcv3", agents.mibs().contains(Mib.RFC_6527));
    out.flag("enable_traps", agents.traps());
    if (!agents.socket().equals(AgentsConfig.SOCKET)) {
      out.line("snmp_socket", Blocks.quoted(agents.socket()));
    }
  }

  private void mail(MailConfig mail) {
    if (!mail.recipients().isEmpty()) {
      out.open("notification_email");
      mail.recipients().forEach(address -> out.word(Blocks.quoted(address)));
      out.close();
    }
    text("notification_email_from", mail.sender());
    mail.relay()
        .ifPresent(
            relay -> out.line("smtp_server", Blocks.quoted(relay.host()) + " " + relay.port()));
    text("smtp_helo_name", mail.helo());
    if (!mail.connectTimeout().equals(MailConfig.CONNECT_TIMEOUT)) {
      out.line("smtp_connect_timeout", Blocks.seconds(mail.connectTimeout()));
    }
    out.flag("no_email_faults", !mail.faults());
  }

  private void text(String keyword, Optional<String> value) {
    value.ifPresent(word -> out.line(keyword, Blocks.quoted(word)));
  }

  private static String identity(Optional<String> user, Optional<String> group) {
    return user.orElse("") + group.map(name -> " " + name).orElse("");
  }
}
