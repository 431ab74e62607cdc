package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.text;
import static dev.vrrpd.core.config.grammar.Arguments.wholeSeconds;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.FileDraft.FILE;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What may stand outside of all blocks, and with it the whole table. */
public final class FileRows {
  private static final Block<GlobalDraft> GLOBAL_DEFS =
      Block.block(
          "global_defs",
          List.of(
              GlobalProcessRows.ROWS,
              GlobalScriptRows.ROWS,
              MailRows.ROWS,
              GlobalProtocolRows.ROWS,
              GlobalSystemRows.ROWS));

  private static final Block<InstanceDraft> VRRP_INSTANCE =
      Block.block(
          "vrrp_instance",
          List.of(
              InstanceRows.ROWS,
              InstanceBehaviourRows.ROWS,
              TrackingRows.of(InstanceDraft.ROUTER),
              InstanceScriptRows.ROWS));

  private static final List<Directive<FileDraft>> BLOCKS =
      List.of(
          FILE.section(
                  "global_defs", GLOBAL_DEFS, (f, header) -> Optional.of(f.global), (_, _, _) -> {})
              .summary("Settings for all. May stand several times; best at the beginning."),
          FILE.section(
                  "vrrp_script",
                  ScriptRows.SCRIPT_BLOCK,
                  (f, header) ->
                      FileDraft.named(
                          header,
                          "vrrp_script",
                          f.scripts,
                          name -> new ScriptDraft(name.text(), header.span())),
                  (f, script, _) -> f.script(script))
              .synopsis("NAME")
              .summary("A program whose success or failure moves priorities."),
          FILE.section(
                  "vrrp_check",
                  CheckRows.CHECK_BLOCK,
                  (f, header) ->
                      FileDraft.named(
                          header,
                          "vrrp_check",
                          f.scripts,
                          name -> ScriptDraft.check(name.text(), header.span())),
                  (f, check, _) -> f.scripts.put(check.name, check))
              .synopsis("NAME")
              .summary(
                  "A question asked without starting a program; tracked by track_script. Not in keepalived."),
          FILE.section(
                  "vrrp_instance",
                  VRRP_INSTANCE,
                  (f, header) ->
                      FileDraft.named(
                          header,
                          "vrrp_instance",
                          f.instances,
                          name -> new InstanceDraft(name.text(), f, header.span())),
                  (f, instance, _) -> f.instances.put(instance.name, instance))
              .synopsis("NAME")
              .summary("A virtual router: its addresses, and how its Active router is found.")
              .example(
                  """
                  vrrp_instance VI_1 {
                      interface eth0
                      virtual_router_id 60
                      priority 150
                      virtual_ipaddress {
                          192.0.2.60/24
                      }
                  }\
                  """),
          FILE.section(
                  "vrrp_sync_group",
                  GroupRows.SYNC_GROUP,
                  (f, header) ->
                      FileDraft.named(
                          header,
                          "vrrp_sync_group",
                          f.groups,
                          name -> new GroupDraft(name.text(), f, header.span())),
                  (f, group, _) -> f.groups.put(group.name, group))
              .synopsis("NAME")
              .summary("Instances that change state together."),
          trackFile("track_file").since("2.0.0").summary("A file whose number moves priorities."),
          trackFile("vrrp_track_file")
              .deprecatedFor("track_file")
              .summary("Old spelling of track_file."),
          tracker(
                  "vrrp_track_process",
                  ProcessTrackerRows.PROCESS_BLOCK,
                  List.of("process"),
                  f -> f.trackProcesses,
                  ProcessTrackerDraft::new)
              .since("2.0.11")
              .summary("A process that has to run."),
          tracker(
                  "bfd_instance",
                  BfdRows.BFD_BLOCK,
                  List.of("neighbor_ip", "neighbour_ip"),
                  f -> f.sessions,
                  BfdDraft::new)
              .since("2.0.0")
              .summary("A BFD session (RFC 5880) that has to be up."),
          tracker(
                  "track_group",
                  GroupRows.TRACK_GROUP,
                  List.of("group"),
                  f -> f.trackGroups,
                  TrackGroupDraft::new)
              .since("2.0.3")
              .summary("Instances that follow static addresses, routes and rules."),
          FILE.section(
                  "garp_group",
                  PaceRows.GARP_GROUP,
                  (f, header) -> Optional.of(new PaceDraft(header.span())),
                  (f, group, _) -> f.paces.add(group))
              .summary("Interfaces whose announcements keep a pace.")
              .example(
                  """
                  garp_group {
                      garp_interval 0.01
                      interfaces {
                          eth0
                          eth1
                      }
                  }\
                  """),
          FILE.lines(
                  "static_ipaddress",
                  new StaticAddressLine(),
                  (f, address, _) -> f.staticAddresses.add(address))
              .otherwise("none")
              .summary("Addresses that are there in every state."),
          FILE.lines("static_routes", new RouteLine(), (f, route, _) -> f.staticRoutes.add(route))
              .otherwise("none")
              .summary("Routes that are there in every state."),
          FILE.lines("static_rules", new RuleLine(), (f, rule, _) -> f.staticRules.add(rule))
              .otherwise("none")
              .summary("Routing rules that are there in every state."),
          FILE.lines(
                  "linkbeat_interfaces",
                  words("INTERFACE [MII|ETHTOOL|IOCTL]", "eth0 ETHTOOL"),
                  (_, _, _) -> {})
              .since("2.0.13")
              .noEffect(Reasons.NO_POLLING)
              .summary("Interfaces whose carrier is polled."),
          FILE.lines(
                  "interface_up_down_delays",
                  new DelayWords(),
                  (f, delay, line) -> f.delays.add(new Placed<>(delay, line.span())))
              .since("2.2.3")
              .summary("How long a link has to be down or up to count."));

  private static final List<Directive<FileDraft>> LINES =
      List.of(
          FILE.row(
                  "net_namespace",
                  text("NAME", "blue"),
                  (f, name) -> f.global.doors.namespace = Optional.of(name))
              .firstWinning()
              .summary("Run in this network namespace."),
          FILE.checked("net_namespace_ipvs", optional(text("NAME", "blue"), ""))
              .since("2.1.0")
              .firstWinning()
              .noEffect(Reasons.LOAD_BALANCER)
              .summary("Network namespace of the load balancer."),
          FILE.checked("namespace_with_ipsets", flag())
              .noEffect("kernels before 3.13 are not supported")
              .summary("Allow ipsets inside a namespace on old kernels."),
          FILE.row(
                  "instance",
                  text("NAME", "edge"),
                  (f, name) -> f.global.doors.instance = Optional.of(name))
              .firstWinning()
              .summary("A name for this daemon in pid files and log."),
          FILE.row("use_pid_dir", flag(), (f, on) -> f.global.doors.pidDirectory = true)
              .summary("Keep pid files in a directory of their own."),
          FILE.checked("linkbeat_use_polling", flag())
              .noEffect(Reasons.NO_POLLING)
              .summary("Poll the carrier of every interface."),
          FILE.checked("child_wait_time", wholeSeconds(0, 4_294_967_295L))
              .byDefault("5")
              .since("2.0.0")
              .noEffect(Reasons.ONE_PROCESS)
              .summary("How long keepalived waits for its children at exit."));

  private static final List<Directive<FileDraft>> OTHERS =
      List.of(
          other("virtual_server", "A virtual server of the load balancer."),
          other("virtual_server_group", "A group of virtual servers."),
          other("SSL", "Certificates of the checkers."));

  /** The whole table: the blocks and keywords a file may hold. */
  public static final Block<FileDraft> TABLE = Block.block("", List.of(BLOCKS, LINES, OTHERS));

  private FileRows() {}

  private static Directive<FileDraft> trackFile(String keyword) {
    return tracker(
        keyword, FileTrackerRows.FILE, List.of("file"), f -> f.trackFiles, FileTrackerDraft::new);
  }

  private static <D extends Draft> Directive<FileDraft> tracker(
      String keyword,
      Block<D> block,
      List<String> mandatory,
      Function<FileDraft, Map<String, D>> drafts,
      BiFunction<String, Span, D> draft) {
    return FILE.section(
            keyword,
            block,
            (f, header) ->
                FileDraft.named(
                    header,
                    keyword,
                    drafts.apply(f),
                    name -> draft.apply(name.text(), header.span())),
            (f, read, header) -> {
              if (isComplete(keyword, read, mandatory, header)) {
                drafts.apply(f).put(read.label(), read);
              }
            })
        .synopsis("NAME");
  }

  /** One of {@code mandatory} has to be there. */
  private static boolean isComplete(
      String block, Draft draft, List<String> mandatory, Line header) {
    if (mandatory.stream().anyMatch(draft::has)) {
      return true;
    }
    String keyword = mandatory.getFirst();
    header.report(
        Diagnostic.of(
                Code.MISSING_KEYWORD,
                header.span(),
                "the %s '%s' has no %s; it is removed".formatted(block, draft.label(), keyword))
            .asKeepalived(
                "No %s set for %s %s - ignoring".formatted(keyword, block, draft.label())));
    return false;
  }

  private static Directive<FileDraft> other(String keyword, String summary) {
    return FILE.skipped(keyword).noEffect(Reasons.LOAD_BALANCER).summary(summary);
  }
}
