package dev.vrrpd.core.config.cluster;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.cluster.CrossedPriorities.Pair;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Diagnostics;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.Vrid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the configurations of all nodes of a cluster together. Instances of different nodes with
 * the same VRID and family are taken for routers of one virtual router.
 */
public final class ClusterCheck {
  private final Diagnostics diagnostics = new Diagnostics();
  private final Map<Key, List<Member>> routers = new LinkedHashMap<>();
  private final Map<IpAddress, Member> holders = new HashMap<>();
  private final Map<String, String> routerIds = new HashMap<>();
  private int nodes;

  private record Key(Vrid vrid, Family family) {}

  private ClusterCheck() {}

  /**
   * Findings about the nodes together, by the names of their files; those with errors are left out.
   */
  public static List<Diagnostic> check(Map<String, Loaded> loadedByFile) {
    ClusterCheck check = new ClusterCheck();
    loadedByFile.forEach(
        (file, loaded) -> loaded.config().ifPresent(config -> check.add(file, loaded, config)));
    check.compare();
    return check.diagnostics.sorted();
  }

  private void add(String node, Loaded loaded, DaemonConfig config) {
    nodes++;
    diagnostics.reading(node);
    config.global().routerId().ifPresent(id -> addRouterId(node, id));
    for (InstanceConfig instance : config.instances()) {
      Map<String, Span> places = loaded.instancePlaces().getOrDefault(instance.name(), Map.of());
      Member member = new Member(node, instance, config, places);
      Key key = new Key(instance.parameters().vrid(), instance.parameters().family());
      routers.computeIfAbsent(key, _ -> new ArrayList<>()).add(member);
      addHolder(member);
    }
  }

  private void addRouterId(String node, String id) {
    String other = routerIds.putIfAbsent(id, node);
    if (other != null) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CLUSTER_ROUTER_ID,
                  new Span(node, 1, 1, 1),
                  "router_id '%s' is that of %s too".formatted(id, other))
              .help("give each node a router_id of its own"));
    }
  }

  private void addHolder(Member member) {
    for (VirtualAddress address : member.instance().addresses()) {
      Member other = holders.putIfAbsent(address.address(), member);
      if (other != null
          && !other.node().equals(member.node())
          && !other.instance().parameters().vrid().equals(member.instance().parameters().vrid())) {
        diagnostics.add(
            Diagnostic.of(
                    Code.CLUSTER_VRID,
                    member.place("virtual_router_id"),
                    "%s belongs to VRID %s here and to VRID %s on %s"
                        .formatted(
                            address.address(),
                            member.instance().parameters().vrid(),
                            other.instance().parameters().vrid(),
                            other.node()))
                .help("the same virtual_router_id on all routers of an address"));
      }
    }
  }

  private void compare() {
    List<Pair> pairs = new ArrayList<>();
    routers.forEach((key, members) -> {
      List<Member> routersOfOne = nearest(members);
      compare(key, routersOfOne);
      for (int i = 0; i < routersOfOne.size(); i++) {
        for (Member other : routersOfOne.subList(i + 1, routersOfOne.size())) {
          pairs.add(new Pair(routersOfOne.get(i), other));
        }
      }
    });
    new CrossedPriorities(diagnostics).check(pairs);
  }

  /** Of each node the one instance that shares most addresses with the first node's. */
  private static List<Member> nearest(List<Member> members) {
    Map<String, Member> byNode = new LinkedHashMap<>();
    Member first = members.getFirst();
    members.forEach(member ->
        byNode.merge(member.node(), member, (a, b) -> shared(first, b) > shared(first, a) ? b : a));
    return List.copyOf(byNode.values());
  }

  private static long shared(Member a, Member b) {
    Collection<IpAddress> addresses = a.instance().parameters().addresses();
    return b.instance().parameters().addresses().stream().filter(addresses::contains).count();
  }

  private void compare(Key key, List<Member> members) {
    Member first = members.getFirst();
    if (members.size() == 1) {
      if (nodes > 1) {
        diagnostics.add(
            Diagnostic.of(
                Code.CLUSTER_ALONE,
                first.place(""),
                "only this node has VRID %s with %s".formatted(key.vrid(), key.family())));
      }
      return;
    }
    Comparison comparison = new Comparison(diagnostics);
    members.stream().skip(1).forEach(other -> comparison.compare(first, other));
    comparison.priorities(members);
    comparison.peers(members);
  }
}
