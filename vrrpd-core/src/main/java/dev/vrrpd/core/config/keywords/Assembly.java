package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.MailConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.StaticConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.TrackerConfigs;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns drafts into the configuration: resolves names, fills defaults in, judges the whole. */
final class Assembly {
  private final FileDraft file;
  private final Machine machine;
  private final Diagnostics diagnostics;

  Assembly(FileDraft file, Machine machine, Diagnostics diagnostics) {
    this.file = file;
    this.machine = machine;
    this.diagnostics = diagnostics;
  }

  /** What is usable of it; the diagnostics tell whether that is enough. */
  DaemonConfig complete() {
    Maintenance.track(file);
    ScriptAssembly scripts = new ScriptAssembly(file, machine, diagnostics);
    Map<String, ScriptConfig> usable = scripts.usable();
    GroupAssembly groups = new GroupAssembly(file, usable, diagnostics);
    Map<String, GroupDraft> groupOf = groups.memberships();
    LinkNames names = new LinkNames(file, diagnostics);
    RoutingAssembly routing = new RoutingAssembly(file, machine, diagnostics);
    StaticConfig statics = new StaticAssembly(file, machine, diagnostics).complete(routing);
    List<InstanceConfig> instances = new ArrayList<>();
    for (InstanceDraft draft : file.instances.values()) {
      boolean losesWeights =
          groupOf.containsKey(draft.name) && !groupOf.get(draft.name).keepsWeights;
      new InstanceAssembly(draft, names, routing, machine, diagnostics)
          .complete(new TrackAssembly(draft, usable, machine, diagnostics, losesWeights))
          .ifPresent(instances::add);
    }
    new VridCheck(diagnostics).check(file, instances);
    new Suspicions(file, diagnostics).voice(instances, List.copyOf(usable.values()));
    List<SyncGroupConfig> syncGroups = groups.complete(machine);
    TrackerConfigs trackers =
        new TrackerAssembly(file, diagnostics).complete(instances, syncGroups);
    return new DaemonConfig(
        global(groupOf),
        tracked(usable.values(), instances, syncGroups),
        trackers,
        statics,
        instances,
        syncGroups,
        new LinkAssembly(file, diagnostics).complete(instances));
  }

  /** A script whose last use was refused is not run. */
  private static List<ScriptConfig> tracked(
      Collection<ScriptConfig> usable,
      List<InstanceConfig> instances,
      List<SyncGroupConfig> groups) {
    Set<String> names =
        Stream.concat(
                instances.stream().map(InstanceConfig::tracked),
                groups.stream().map(SyncGroupConfig::tracked))
            .map(TrackedObjects::scripts)
            .flatMap(List::stream)
            .map(Tracked::name)
            .collect(Collectors.toSet());
    return usable.stream().filter(script -> names.contains(script.name())).toList();
  }

  private GlobalConfig global(Map<String, GroupDraft> groupOf) {
    GlobalDraft global = file.global;
    return new GlobalConfig(
        global.routerId,
        global.scriptUser.user(),
        global.scriptUser.group(),
        global.scriptSecurity,
        global.supplementaryGroups,
        startupDelay(),
        global.realtimePriority,
        global.noSwap,
        global.logUnknownVrids,
        global.dynamicInterfaces,
        global.doors.complete(tellingPriority(groupOf), mail()),
        global.metrics,
        global.filter);
  }

  /**
   * The longer one of {@code vrrp_startup_delay} and what is left of {@code vrrp_delay_after_boot}.
   */
  private Duration startupDelay() {
    Duration left = file.global.delayAfterBoot.minus(machine.uptime());
    return left.compareTo(file.global.startupDelay) > 0 ? left : file.global.startupDelay;
  }

  private MailConfig mail() {
    MailConfig mail = file.global.doors.mail.complete(file);
    boolean wanted = !mail.instances().isEmpty() || !mail.groups().isEmpty();
    if (wanted && !mail.complete()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.MAIL_INCOMPLETE,
                  Span.NOWHERE,
                  "smtp_alert is set, and there is no "
                      + (mail.relay().isEmpty() ? "smtp_server" : "notification_email"))
              .help("global_defs { smtp_server HOST notification_email { ADDRESS } }"));
    }
    return mail;
  }

  /** {@code notify_priority_changes}: a member has what its group has, unless it says otherwise. */
  private Set<String> tellingPriority(Map<String, GroupDraft> groupOf) {
    boolean standard = file.global.doors.tellsPriority;
    return file.instances.values().stream()
        .filter(draft ->
            draft.notifications.tellsPriorityOr(
                Optional.ofNullable(groupOf.get(draft.name))
                    .map(group -> group.notifications.tellsPriorityOr(standard))
                    .orElse(standard)))
        .map(draft -> draft.name)
        .collect(Collectors.toSet());
  }
}
