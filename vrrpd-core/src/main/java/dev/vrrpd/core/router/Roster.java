package dev.vrrpd.core.router;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.Tracked;
import dev.vrrpd.core.config.TrackedObjects;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.Vrid;
import dev.vrrpd.core.wire.Datagram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is there, and who has to hear of what: indexes, so that no input has to look at everyone. */
final class Roster {
  private record Identity(InterfaceName link, Family family, int vrid) {}

  private final Map<String, VirtualRouter> byName = new LinkedHashMap<>();

  /** With their places in the configuration. */
  private final Map<SyncGroup, Integer> groups = new LinkedHashMap<>();

  private final Map<Identity, List<VirtualRouter>> byIdentity = new HashMap<>();
  private final Set<Identity> known = new HashSet<>();

  /** Of the instances' own links. */
  private final Map<InterfaceName, InterfaceName> bases = new HashMap<>();

  private final Map<InterfaceName, Set<VirtualRouter>> byLink = new HashMap<>();
  private final Map<IpAddress, List<VirtualRouter>> byAddress = new HashMap<>();
  private final Map<TrackedName, Set<VirtualRouter>> byTracked = new HashMap<>();

  /** Kinds of tracked objects whose names do not collide with each other's. */
  enum Kind {
    SCRIPT,
    FILE,
    PROCESS,
    SESSION
  }

  private record TrackedName(Kind kind, String name) {}

  Collection<VirtualRouter> all() {
    return byName.values();
  }

  Optional<VirtualRouter> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Collection<SyncGroup> groups() {
    return groups.keySet();
  }

  /** Those of {@code some} that are here, in the order of the configuration. */
  List<SyncGroup> inOrder(List<SyncGroup> some) {
    List<SyncGroup> here = new ArrayList<>(some);
    here.removeIf(group -> !groups.containsKey(group));
    here.sort(Comparator.comparing(groups::get));
    return here;
  }

  Collection<VirtualRouter> concernedBy(InterfaceName link) {
    return byLink.getOrDefault(link, Set.of());
  }

  Collection<VirtualRouter> holding(IpAddress address) {
    return byAddress.getOrDefault(address, List.of());
  }

  Collection<VirtualRouter> tracking(Kind kind, String name) {
    return byTracked.getOrDefault(new TrackedName(kind, name), Set.of());
  }

  /** The scripts of {@code config} that somebody here tracks. */
  List<ScriptConfig> trackedScripts(DaemonConfig config) {
    return config.scripts().stream()
        .filter(script -> !tracking(Kind.SCRIPT, script.name()).isEmpty())
        .toList();
  }

  /** Whether a VRID on {@code link}, or on the link it stands on, is somebody's here. */
  boolean knows(InterfaceName link, Family family, int vrid) {
    return known.contains(new Identity(bases.getOrDefault(link, link), family, vrid));
  }

  /**
   * Whom a datagram is for. Several instances may share a VRID if their groups or peers tell them
   * apart.
   */
  Optional<VirtualRouter> addressee(Input.Heard heard, int vrid) {
    Datagram datagram = heard.datagram();
    List<VirtualRouter> candidates =
        byIdentity.getOrDefault(
            new Identity(heard.link(), datagram.source().family(), vrid), List.of());
    Optional<VirtualRouter> fallback = Optional.empty();
    for (VirtualRouter candidate : candidates) {
      switch (candidate.config().transport()) {
        case Transport.Multicast multicast
            when !heard.unicast() && multicast.group().equals(datagram.destination()) -> {
          return Optional.of(candidate);
        }
        case Transport.Unicast unicast when heard.unicast() -> {
          if (unicast.hasPeer(datagram.source())) {
            return Optional.of(candidate);
          }
          fallback = fallback.isPresent() ? fallback : Optional.of(candidate);
        }
        case Transport.Multicast _, Transport.Unicast _ -> {}
      }
    }
    return fallback;
  }

  /** Another set of instances and groups; {@code configs} is what they are, or are about to be. */
  void replace(
      Map<String, VirtualRouter> present, List<InstanceConfig> configs, List<SyncGroup> others) {
    byName.clear();
    byName.putAll(present);
    groups.clear();
    others.forEach(group -> groups.put(group, groups.size()));
    byIdentity.clear();
    known.clear();
    bases.clear();
    byLink.clear();
    byAddress.clear();
    byTracked.clear();
    configs.forEach(config -> index(present.get(config.name()), config));
  }

  private void index(VirtualRouter router, InstanceConfig config) {
    Vrid vrid = config.parameters().vrid();
    byIdentity
        .computeIfAbsent(
            new Identity(config.port(), config.parameters().family(), vrid.value()),
            _ -> new ArrayList<>())
        .add(router);
    known.add(new Identity(config.link(), config.parameters().family(), vrid.value()));
    config.placement().links().forEach(link -> bases.put(link.name(), link.base()));
    config.links().forEach(link -> watch(link, router));
    for (VirtualAddress address : config.placedAddresses()) {
      byAddress.computeIfAbsent(address.address(), _ -> new ArrayList<>()).add(router);
    }
    track(config.tracked(), router);
    router
        .group()
        .map(group -> group.config().tracked())
        .ifPresent(shared -> track(shared, router));
  }

  private void track(TrackedObjects objects, VirtualRouter router) {
    objects.links().forEach(link -> watch(new InterfaceName(link.name()), router));
    track(Kind.SCRIPT, objects.scripts(), router);
    track(Kind.FILE, objects.files(), router);
    track(Kind.PROCESS, objects.processes(), router);
    track(Kind.SESSION, objects.sessions(), router);
  }

  private void watch(InterfaceName link, VirtualRouter router) {
    byLink.computeIfAbsent(link, _ -> new LinkedHashSet<>()).add(router);
  }

  private void track(Kind kind, List<Tracked> all, VirtualRouter router) {
    all.forEach(tracked ->
        byTracked
            .computeIfAbsent(new TrackedName(kind, tracked.name()), _ -> new LinkedHashSet<>())
            .add(router));
  }
}
