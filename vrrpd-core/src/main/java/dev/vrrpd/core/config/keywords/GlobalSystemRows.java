package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.bool;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.number;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.GlobalDraft.GLOBAL;

import dev.vrrpd.core.config.AgentsConfig;
import dev.vrrpd.core.config.AgentsConfig.Mib;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.value.FilterStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code global_defs}: firewall, scheduling, SNMP, D-Bus, and what only the load balancer needs.
 */
final class GlobalSystemRows {
  private static final long U32 = 4_294_967_295L;
  private static final List<String> OTHER_PROCESSES = List.of("checker", "bfd");

  static final List<Directive<GlobalDraft>> ROWS =
      Stream.of(metrics(), firewall(), scheduling(), buffers(), agents(), loadBalancer())
          .flatMap(List::stream)
          .toList();

  private GlobalSystemRows() {}

  private static List<Directive<GlobalDraft>> firewall() {
    return List.of(
        GLOBAL
            .row(
                "nftables",
                optional(text("TABLE", "vrrpd"), "vrrpd"),
                (g, table) ->
                    g.filter = new FilterStyle(table, g.filter.priority(), g.filter.counters()))
            .byDefault("vrrpd")
            .since("2.0.11")
            .firstWinning()
            .summary("Name of the nftables table for no_accept and virtual MAC interfaces."),
        GLOBAL
            .row(
                "nftables_priority",
                integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
                (g, priority) ->
                    g.filter = new FilterStyle(g.filter.table(), priority, g.filter.counters()))
            .byDefault("-1")
            .since("2.0.11")
            .summary("Priority of its chains."),
        GLOBAL
            .row(
                "nftables_counters",
                flag(),
                (g, _) -> g.filter = new FilterStyle(g.filter.table(), g.filter.priority(), true))
            .otherwise("off")
            .since("2.0.11")
            .summary("Counters in the rules."),
        GLOBAL
            .checked("nftables_ifindex", flag())
            .since("2.0.11")
            .noEffect("names hold when an interface comes back with another index")
            .summary("Rules by the index of interfaces instead of their names."),
        GLOBAL
            .checked("vrrp_iptables", words("[IN [OUT]]", "INPUT"))
            .firstWinning()
            .noEffect("nftables does it, in a table of its own")
            .summary("Use iptables with these chains."),
        GLOBAL
            .checked("vrrp_ipsets", words("[NAME ...]", "keepalived"))
            .noEffect("nftables does it, with sets of its own")
            .summary("Names of the ipsets for vrrp_iptables."));
  }

  private static List<Directive<GlobalDraft>> metrics() {
    return List.of(
        GLOBAL
            .row(
                "metrics",
                new MetricsAddressWord(),
                (g, address) -> g.metrics = Optional.of(address))
            .otherwise("none are served")
            .summary("Serve Prometheus metrics, /livez and /readyz over HTTP. A keyword of vrrpd."),
        GLOBAL
            .row("status_socket", new StatusSocketWords(), (g, status) -> g.doors.status = status)
            .otherwise("one below /run/vrrpd, named after the configuration file; mode 0600")
            .summary(
                "UNIX socket that vrrpd status asks; it can only be read. A keyword of vrrpd."));
  }

  private static List<Directive<GlobalDraft>> scheduling() {
    Stream<Directive<GlobalDraft>> own =
        Stream.of(
            GLOBAL
                .checked("max_auto_priority", optional(integer(-1, 99), 99))
                .otherwise("off")
                .since("2.1.0")
                .noEffect("vrrpd asks for real-time priority from the start")
                .summary("Raise the real-time priority when timers run late."),
            GLOBAL
                .checked("min_auto_priority_delay", number(1, 10_000_000))
                .byDefault("1000000")
                .since("2.1.0")
                .noEffect("vrrpd asks for real-time priority from the start")
                .summary("Lateness in microseconds that raises it."),
            GLOBAL
                .row(
                    "vrrp_rt_priority",
                    new RealtimePriorityWord(),
                    (g, value) -> g.realtimePriority = OptionalInt.of(value))
                .otherwise("on where the system permits it")
                .since("2.0.0")
                .summary("Real-time priority (SCHED_RR) of the daemon; 0 switches it off."),
            GLOBAL
                .row("vrrp_no_swap", flag(), (g, _) -> g.noSwap = true)
                .otherwise("off")
                .summary("Keep the daemon's memory from being swapped."),
            GLOBAL
                .row(
                    "vrrp_priority",
                    integer(-20, 19),
                    (g, nice) -> g.doors.tuning.nice = OptionalInt.of(nice))
                .otherwise("as started")
                .summary(
                    "Nice value of the daemon's threads; scripts keep the one it was started with."),
            GLOBAL
                .row(
                    "vrrp_cpu_affinity",
                    new ProcessorWords(),
                    (g, processors) -> g.doors.tuning.processors = processors)
                .otherwise("all")
                .since("2.0.17")
                .summary("Processors that the thread that advertises may run on."),
            limit("vrrp_rlimit_rttime").since("2.1.0"),
            limit("vrrp_rlimit_rtime").deprecatedFor("vrrp_rlimit_rttime"));
    Stream<Directive<GlobalDraft>> perProcess =
        OTHER_PROCESSES.stream()
            .flatMap(process ->
                Stream.of(
                    tuning(process + "_priority", integer(-20, 19), "Nice value."),
                    tuning(process + "_cpu_affinity", words("N ...", "0"), "Processors to run on."),
                    tuning(
                        process + "_rlimit_rttime",
                        number(1, U32),
                        "Limit of real-time computing."),
                    tuning(process + "_rlimit_rtime", number(1, U32), "Old spelling.")
                        .deprecatedFor(process + "_rlimit_rttime"),
                    tuning(process + "_no_swap", flag(), "Keep the memory from being swapped."),
                    tuning(process + "_rt_priority", integer(1, 99), "Real-time priority.")));
    return Stream.concat(own, perProcess).toList();
  }

  private static <T> Directive<GlobalDraft> tuning(
      String keyword, Argument<T> argument, String summary) {
    return GLOBAL.checked(keyword, argument).summary(summary).noEffect(Reasons.ONE_PROCESS);
  }

  private static Directive<GlobalDraft> limit(String keyword) {
    return GLOBAL
        .row(keyword, number(1, U32), (g, micros) -> g.doors.tuning.realTimeLimit(micros))
        .otherwise("none")
        .summary(
            "Microseconds that the real-time thread may compute without a pause (RLIMIT_RTTIME); what"
                + " exceeds it is logged.");
  }

  private static List<Directive<GlobalDraft>> buffers() {
    return Stream.of(
            "vrrp_netlink_cmd_rcv_bufs",
            "vrrp_netlink_monitor_rcv_bufs",
            "process_monitor_rcv_bufs",
            "lvs_netlink_cmd_rcv_bufs",
            "lvs_netlink_monitor_rcv_bufs")
        .flatMap(keyword ->
            Stream.of(
                GLOBAL
                    .checked(keyword, number(0, U32))
                    .since("2.0.0")
                    .noEffect(Reasons.NO_BUFFERS)
                    .summary("Receive buffer in bytes."),
                GLOBAL
                    .checked(keyword + "_force", bool())
                    .since("2.0.0")
                    .noEffect(Reasons.NO_BUFFERS)
                    .summary("Beyond the system's limit.")))
        .toList();
  }

  private static List<Directive<GlobalDraft>> agents() {
    return List.of(
        GLOBAL
            .row(
                "snmp_socket",
                text("ADDRESS", AgentsConfig.SOCKET),
                (g, address) -> g.doors.agents.socket = address)
            .byDefault(AgentsConfig.SOCKET)
            .firstWinning()
            .summary("Where the AgentX master listens: unix:PATH or tcp:HOST:PORT."),
        snmp("enable_snmp_vrrp", "KEEPALIVED-MIB, its VRRP part.", Mib.KEEPALIVED),
        snmp("enable_snmp_keepalived", "Old spelling.", Mib.KEEPALIVED)
            .deprecatedFor("enable_snmp_vrrp"),
        GLOBAL
            .checked("enable_snmp_checker", flag())
            .noEffect(Reasons.LOAD_BALANCER)
            .summary("KEEPALIVED-MIB, its checker part."),
        snmp("enable_snmp_rfcv2", "The MIB of RFC 2787.", Mib.RFC_2787),
        snmp("enable_snmp_rfcv3", "The MIB of RFC 6527.", Mib.RFC_6527),
        snmp("enable_snmp_rfc", "Both of them.", Mib.RFC_2787, Mib.RFC_6527),
        GLOBAL
            .row("enable_traps", flag(), (g, _) -> g.doors.agents.traps = true)
            .otherwise("off")
            .summary("Send the traps of the MIBs that are on."),
        GLOBAL
            .checked("snmp_vs_stats_update_interval", seconds("0.001", "30"))
            .byDefault("5")
            .since("2.3.0")
            .noEffect(Reasons.LOAD_BALANCER)
            .summary("Age of the statistics of virtual servers."),
        GLOBAL
            .checked("snmp_rs_stats_update_interval", seconds("0.001", "30"))
            .since("2.3.0")
            .noEffect(Reasons.LOAD_BALANCER)
            .summary("Age of the statistics of real servers."),
        GLOBAL
            .row("enable_dbus", flag(), (g, _) -> g.doors.agents.onBus = true)
            .otherwise("off")
            .summary("Offer objects on the system bus."),
        GLOBAL
            .row(
                "dbus_service_name",
                text("NAME", AgentsConfig.BUS_NAME),
                (g, name) -> g.doors.agents.busName = name)
            .byDefault(AgentsConfig.BUS_NAME)
            .summary("Name on the bus."),
        GLOBAL
            .row(
                "dbus_no_interface_name",
                text("NAME", "somewhere"),
                (g, name) -> g.doors.agents.noInterface = name)
            .byDefault(AgentsConfig.NO_INTERFACE)
            .since("2.3.0")
            .summary("Path element of instances without interface."));
  }

  private static Directive<GlobalDraft> snmp(String keyword, String summary, Mib... mibs) {
    return GLOBAL
        .row(keyword, flag(), (g, _) -> g.doors.agents.mibs.addAll(List.of(mibs)))
        .otherwise("off")
        .summary(summary);
  }

  private static List<Directive<GlobalDraft>> loadBalancer() {
    return List.of(
        lvs(
            "lvs_sync_daemon",
            words("INTERFACE [OPTION ...]", "eth0 VI_1"),
            "Synchronize connections."),
        lvs(
            "lvs_timeouts",
            words("[tcp N] [tcpfin N] [udp N]", "tcp 900"),
            "Timeouts of connections."),
        lvs("lvs_flush", flag(), "Empty the table at start."),
        lvs("lvs_flush_on_stop", words("[VS]", ""), "Empty the table at exit."),
        lvs("lvs_flush_onstop", words("[VS]", ""), "Old spelling.")
            .deprecatedFor("lvs_flush_on_stop"),
        lvs("checker_log_all_failures", bool(), "Log every failed check."),
        lvs("rs_init_notifies", bool(), "Notify the first result of checks."),
        lvs("nftables_ipvs", words("[TABLE]", "keepalived_ipvs"), "Table for firewall marks."),
        lvs(
            "nftables_ipvs_priority",
            integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
            "Its priority."),
        lvs("nftables_ipvs_start_fwmark", number(0, U32), "First mark to use."));
  }

  private static <T> Directive<GlobalDraft> lvs(
      String keyword, Argument<T> argument, String summary) {
    return GLOBAL.checked(keyword, argument).noEffect(Reasons.LOAD_BALANCER).summary(summary);
  }
}
