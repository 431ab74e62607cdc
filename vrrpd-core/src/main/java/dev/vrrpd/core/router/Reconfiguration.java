package dev.vrrpd.core.router;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.SyncGroupConfig;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From one configuration to another by their difference: what is gone resigns, what has changed
 * goes on under its new parameters, what is new begins, and everything else is not touched. All
 * removals come before all additions, so that an address may move from one instance to another.
 */
final class Reconfiguration {
  private final Surroundings around;
  private final Roster roster;
  private final DaemonConfig fresh;
  private final Moment now;
  private final List<String> added = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<VirtualRouter> departed = new ArrayList<>();
  private final Map<String, Counters> inherited = new HashMap<>();

  Reconfiguration(Surroundings around, Roster roster, DaemonConfig fresh, Moment now) {
    this.around = around;
    this.roster = roster;
    this.fresh = fresh;
    this.now = now;
  }

  /** Those that are not there any more, but may still wait for the kernel. */
  List<VirtualRouter> departed() {
    return departed;
  }

  Note note() {
    return new Note.Reconfigured(added, removed, changed);
  }

  /** Takes away what is not configured any more. */
  void release() {
    Map<String, InstanceConfig> wanted = new LinkedHashMap<>();
    fresh.instances().forEach(config -> wanted.put(config.name(), config));
    Map<Place, String> holders = holders();
    for (VirtualRouter router : List.copyOf(roster.all())) {
      InstanceConfig config = wanted.get(router.name());
      router.holdings().handOver(address -> goesToAnother(router, address, holders));
      if (config == null) {
        removed.add(router.name());
        depart(router, farewell(router));
      } else if (!router.config().sameRouterAs(config)) {
        inherited.put(router.name(), router.counters());
        depart(router, Optional.empty());
      } else if (!router.config().equals(config)) {
        router.holdings().release(config);
      }
    }
  }

  private record Place(Optional<InterfaceAddress.Key> key, VirtualAddress address) {}

  private Place place(InstanceConfig config, VirtualAddress address) {
    return new Place(around.links().key(config.home(), address), address);
  }

  /** The names of those who stay Active, by what they are to have from now on. */
  private Map<Place, String> holders() {
    Map<Place, String> holders = new HashMap<>();
    for (InstanceConfig config : fresh.instances()) {
      roster
          .named(config.name())
          .filter(router -> router.active() && router.config().sameRouterAs(config))
          .ifPresent(_ ->
              config
                  .placedAddresses()
                  .forEach(address -> holders.put(place(config, address), config.name())));
    }
    return holders;
  }

  private boolean goesToAnother(
      VirtualRouter router, VirtualAddress address, Map<Place, String> holders) {
    String holder = holders.get(place(router.config(), address));
    return holder != null && !holder.equals(router.name());
  }

  private static Optional<Output.Notice> farewell(VirtualRouter router) {
    if (router.config().notifications().tellsDeletion()) {
      return Optional.of(Output.Notice.DELETED);
    }
    return router.reporter().role() == Note.Role.FAULT
        ? Optional.empty()
        : Optional.of(Output.Notice.REMOVED);
  }

  private void depart(VirtualRouter router, Optional<Output.Notice> farewell) {
    departed.add(router);
    router.stop(farewell, now);
  }

  /** Puts everyone in place; those who stay keep their state. */
  void populate() {
    Map<String, VirtualRouter> before = new HashMap<>();
    roster.all().forEach(router -> before.put(router.name(), router));
    departed.forEach(router -> before.remove(router.name()));
    Map<String, VirtualRouter> present = new LinkedHashMap<>();
    for (InstanceConfig config : fresh.instances()) {
      VirtualRouter router = before.get(config.name());
      present.put(config.name(), router == null ? create(config) : router);
    }
    roster.replace(present, fresh.instances(), groups(present));
  }

  private VirtualRouter create(InstanceConfig config) {
    Counters counters = inherited.get(config.name());
    if (counters == null) {
      added.add(config.name());
      counters = new Counters();
    } else {
      changed.add(config.name());
    }
    return new VirtualRouter(config, counters, around);
  }

  private List<SyncGroup> groups(Map<String, VirtualRouter> present) {
    Map<String, SyncGroup> before = new HashMap<>();
    roster.groups().forEach(group -> before.put(group.config().name(), group));
    List<SyncGroup> groups = new ArrayList<>();
    Map<VirtualRouter, SyncGroup> joined = new HashMap<>();
    for (SyncGroupConfig config : fresh.syncGroups()) {
      SyncGroup group = group(config, present, Optional.ofNullable(before.get(config.name())));
      groups.add(group);
      group.members().forEach(member -> joined.put(member, group));
    }
    for (VirtualRouter router : present.values()) {
      Optional<SyncGroup> group = Optional.ofNullable(joined.get(router));
      if (!group.equals(router.group())) {
        router.join(group);
      }
    }
    return groups;
  }

  private SyncGroup group(
      SyncGroupConfig config, Map<String, VirtualRouter> present, Optional<SyncGroup> before) {
    List<VirtualRouter> members =
        config.members().stream().filter(present::containsKey).map(present::get).toList();
    if (before
        .filter(group -> group.config().equals(config) && group.members().equals(members))
        .isPresent()) {
      return before.get();
    }
    SyncGroup group = new SyncGroup(config, members, around);
    before.ifPresent(known -> group.resume(known.role()));
    return group;
  }

  /** Lets those who stay, and are not what they were, go on as what they are now. */
  void adopt(Set<InterfaceAddress.Key> inUse) {
    for (InstanceConfig config : fresh.instances()) {
      VirtualRouter router = roster.named(config.name()).orElseThrow();
      if (router.started() && router.outdated(config)) {
        if (!router.config().equals(config)) {
          changed.add(config.name());
        }
        router.adopt(config, inUse, now);
      }
    }
  }
}
