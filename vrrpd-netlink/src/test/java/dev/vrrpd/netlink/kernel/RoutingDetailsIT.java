package dev.vrrpd.netlink.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelRequest.AddAddresses;
import dev.vrrpd.core.kernel.KernelRequest.AddRouting;
import dev.vrrpd.core.kernel.KernelRequest.RemoveRouting;
import dev.vrrpd.core.kernel.KernelWorld;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a line of a configuration to what iproute2 shows of it, and away again. */
@Timeout(60)
class RoutingDetailsIT {
  private LinuxWorld world;

  @BeforeEach
  void open() {
    world = new LinuxWorld();
    carryOut(
        new AddAddresses(
            "VI_1",
            KernelWorld.LINK,
            List.of(VirtualAddress.of("10.9.0.1", 24), VirtualAddress.of("fd09::1", 64))));
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  private List<KernelEvent> carryOut(KernelRequest request) {
    world.submit(request);
    return world.await(all -> all.contains(new KernelEvent.Completed(request)));
  }

  private static RoutingEntry entry(String block, String line) {
    String file =
        """
        vrrp_instance VI_1 {
          interface vt0
          virtual_router_id 51
          virtual_ipaddress {
            10.9.0.81
          }
          %s {
            %s
          }
        }
        """
            .formatted(block, line);
    Loaded loaded = Files.of(file).load();
    assertThat(loaded.hasErrors()).as(loaded.text()).isFalse();
    return loaded.config().orElseThrow().instances().getFirst().upkeep().routing().getFirst();
  }

  private String shown(RoutingEntry entry) {
    String family = entry.family() == Family.IPV6 ? "-6 " : "";
    String lines =
        world.namespace.ip(
            family + (entry instanceof Route ? "-d route show table all proto 18" : "-d rule"));
    return lines
        .lines()
        .filter(line -> entry instanceof Route || line.contains("proto keepalived"))
        .map(line ->
            line.strip()
                .replaceAll("\\s+", " ")
                .replace(" proto keepalived", "")
                .replace("999sec", "1000sec"))
        .reduce((a, b) -> a + " | " + b)
        .orElse("");
  }

  /** Sets it, looks, sets it once more, removes it. */
  private void becomes(String block, String line, String expected) {
    RoutingEntry entry = entry(block, line);
    AddRouting add = new AddRouting("VI_1", List.of(entry));
    assertThat(carryOut(add)).noneMatch(KernelEvent.RoutingRefused.class::isInstance);
    assertThat(shown(entry)).as(line).isEqualTo(expected);
    assertThat(carryOut(new AddRouting("again", List.of(entry))))
        .noneMatch(KernelEvent.RoutingRefused.class::isInstance);
    carryOut(new RemoveRouting("VI_1", List.of(entry)));
    assertThat(shown(entry)).as("removed: " + line).isEmpty();
  }

  private void route(String line, String expected) {
    becomes("virtual_routes", line, expected);
  }

  private void rule(String line, String expected) {
    becomes("virtual_rules", line, expected);
  }

  @Test
  void routesByGatewayDeviceSourceAndTable() {
    route(
        "10.50.0.0/24 via 10.9.0.9 dev vt0",
        "unicast 10.50.0.0/24 via 10.9.0.9 dev vt0 table main scope global");
    route(
        "10.50.0.0/24 dev vt0 src 10.9.0.1 table 100 metric 5",
        "unicast 10.50.0.0/24 dev vt0 table 100 scope global src 10.9.0.1 metric 5");
    route(
        "src 10.9.0.1 to 10.50.0.0/24 dev vt0 scope link tos 0x14",
        "unicast 10.50.0.0/24 tos 0x14 dev vt0 table main scope link src 10.9.0.1");
    route(
        "default via 10.9.0.9 table 70000",
        "unicast default via 10.9.0.9 dev vt0 table 70000 scope global");
    route(
        "10.50.0.0/24 via 10.99.0.9 dev vt0 onlink",
        "unicast 10.50.0.0/24 via 10.99.0.9 dev vt0 table main scope global onlink");
    route(
        "10.50.0.0/24 via inet6 fd09::9 dev vt0",
        "unicast 10.50.0.0/24 via inet6 fd09::9 dev vt0 table main scope global");
  }

  @Test
  void routesThatDiscard() {
    route("blackhole 10.51.0.0/24", "blackhole 10.51.0.0/24 table main scope global");
    route("unreachable 10.51.0.0/24", "unreachable 10.51.0.0/24 table main scope global");
    route("prohibit 10.51.0.0/24", "prohibit 10.51.0.0/24 table main scope global");
    route("throw 10.51.0.0/24 table 100", "throw 10.51.0.0/24 table 100 scope global");
  }

  @Test
  void routesWithMetricsForTcp() {
    route(
        "10.50.0.0/24 dev vt0 mtu lock 1400 advmss 1300 hoplimit 9 window 100 initcwnd 4"
            + " initrwnd 5 cwnd lock 7 ssthresh 8 reordering 6",
        "unicast 10.50.0.0/24 dev vt0 table main scope global mtu lock 1400 window 100"
            + " ssthresh 8 cwnd lock 7 advmss 1300 reordering 6 hoplimit 9 initcwnd 4 initrwnd 5");
    route(
        "10.50.0.0/24 dev vt0 rtt 300ms rttvar 200ms rto_min 1s quickack 1 congctl reno"
            + " fastopen_no_cookie 1 features ecn",
        "unicast 10.50.0.0/24 dev vt0 table main scope global rtt 300ms rttvar 200ms features ecn"
            + " rto_min 1s quickack 1 congctl reno fastopen_no_cookie 1");
    route(
        "10.50.0.0/24 dev vt0 realms 4/5",
        "unicast 10.50.0.0/24 dev vt0 table main scope global realms 4/5");
  }

  @Test
  void routesByWayOfSeveral() {
    route(
        "10.53.0.0/24 nexthop via 10.9.0.8 dev vt0 weight 2 nexthop via 10.9.0.9 weight 3 realms 7",
        "unicast 10.53.0.0/24 table main scope global | nexthop via 10.9.0.8 dev vt0 weight 2"
            + " | nexthop via 10.9.0.9 realm 7 dev vt0 weight 3");
    route(
        "10.53.0.0/24 via 10.9.0.8 or 10.9.0.9",
        "unicast 10.53.0.0/24 table main scope global | nexthop via 10.9.0.8 dev vt0 weight 1"
            + " | nexthop via 10.9.0.9 dev vt0 weight 1");
  }

  @Test
  void routesOfIpv6() {
    route(
        "fd50::/64 dev vt0 metric 33 pref high",
        "unicast fd50::/64 dev vt0 table main scope global metric 33 pref high");
    route(
        "inet6 default via fd09::9 expires 1000",
        "unicast default via fd09::9 dev vt0 table main scope global metric 1024 expires 1000sec"
            + " pref medium");
    route(
        "fd50::/64 nexthop via fd09::8 dev vt0 nexthop via fd09::9 dev vt0",
        "unicast fd50::/64 table main scope global metric 1024 pref medium"
            + " | nexthop via fd09::8 dev vt0 weight 1 | nexthop via fd09::9 dev vt0 weight 1");
  }

  /** False, after proving that its removal is success all the same, where the kernel has none. */
  private boolean hasTunnels(String line) {
    RoutingEntry entry = entry("virtual_routes", line);
    boolean has =
        carryOut(new AddRouting("trial", List.of(entry))).stream()
            .noneMatch(KernelEvent.RoutingRefused.class::isInstance);
    int before = world.await(_ -> true).size();
    List<KernelEvent> all = carryOut(new RemoveRouting("trial", List.of(entry)));
    assertThat(all.subList(before, all.size()))
        .noneMatch(KernelEvent.RoutingRefused.class::isInstance);
    return has;
  }

  @Test
  void routesIntoTunnelsWhereTheKernelHasThem() {
    if (hasTunnels("10.70.0.0/24 encap ip id 5 dst 10.9.0.9 dev vt0")) {
      route(
          "10.70.0.0/24 encap ip id 5 dst 10.9.0.9 src 10.9.0.1 tos 16 ttl 40 dev vt0",
          "unicast 10.70.0.0/24 encap ip id 5 src 10.9.0.1 dst 10.9.0.9 ttl 40 tos 16 dev vt0"
              + " table main scope global");
      route(
          "10.72.0.0/24 nexthop via 10.9.0.8 dev vt0 weight 2 encap ip id 0x5 dst 10.9.0.9"
              + " nexthop via 10.9.0.9 dev vt0",
          "unicast 10.72.0.0/24 table main scope global"
              + " | nexthop encap ip id 5 src 0.0.0.0 dst 10.9.0.9 ttl 0 tos 0 via 10.9.0.8 dev vt0"
              + " weight 2 | nexthop via 10.9.0.9 dev vt0 weight 1");
    }
    if (hasTunnels("fd70::/64 encap ip6 id 5 dst fd09::9 dev vt0")) {
      route(
          "fd70::/64 encap ip6 id 7 dst fd09::9 hoplimit 9 tc 8 dev vt0",
          "unicast fd70::/64 encap ip6 id 7 src :: dst fd09::9 hoplimit 9 tc 8 dev vt0"
              + " table main scope global metric 1024 pref medium");
    }
    if (hasTunnels("10.74.0.0/24 encap mpls 100/200 via 10.9.0.9 dev vt0")) {
      route(
          "10.74.0.0/24 encap mpls 100/200 via 10.9.0.9 dev vt0",
          "unicast 10.74.0.0/24 encap mpls 100/200 via 10.9.0.9 dev vt0 table main scope global");
    }
  }

  @Test
  void anotherProtocolIsForThoseThatAreNotTracked() {
    RoutingEntry entry = entry("virtual_routes", "10.50.0.0/24 dev vt0 protocol static no_track");
    carryOut(new AddRouting("VI_1", List.of(entry)));
    assertThat(world.namespace.ip("route show 10.50.0.0/24")).contains("proto static");
    carryOut(new RemoveRouting("VI_1", List.of(entry)));
    assertThat(world.namespace.ip("route show 10.50.0.0/24")).isEmpty();
  }

  @Test
  void anOperatorsRouteAndRuleStay() {
    world.namespace.ip("route add 10.50.0.0/24 via 10.9.0.9 dev vt0 proto static");
    world.namespace.ip("rule add from 10.50.0.0/24 priority 200 table 100");
    carryOut(
        new RemoveRouting(
            "VI_1",
            List.of(
                entry("virtual_routes", "10.50.0.0/24 via 10.9.0.9 dev vt0"),
                entry("virtual_rules", "from 10.50.0.0/24 priority 200 table 100"))));
    assertThat(world.namespace.ip("route show 10.50.0.0/24")).contains("proto static");
    assertThat(world.namespace.ip("rule show priority 200")).contains("from 10.50.0.0/24");
  }

  @Test
  void rulesThatLookSomewhere() {
    rule("from 10.50.0.0/24 table 100 priority 200", "200: from 10.50.0.0/24 lookup 100");
    rule(
        "not to 10.51.0.0/24 fwmark 5/7 tos 0x10 lookup main preference 0x40",
        "64: not from all to 10.51.0.0/24 tos 0x10 fwmark 0x5/0x7 lookup main");
    rule(
        "iif vt0 oif lo table 70000 order 9 realms 4/5",
        "9: from all iif vt0 oif lo lookup 70000 realms 4/5");
    rule(
        "ipproto tcp sport 80-90 dport 443 uidrange 0-99 table 100 priority 211",
        "211: from all uidrange 0-99 ipproto tcp sport 80-90 dport 443 lookup 100");
    rule(
        "table 100 sup_pl 0 sup_group 7 priority 3 tunnel-id 12",
        "3: from all tun_id 12 lookup 100 suppress_prefixlength 0 suppress_ifgroup 7");
    rule("inet6 table 100 priority 212", "212: from all lookup 100");
    rule("from fd00::/64 to fd01::/64 table 100", "16384: from fd00::/64 to fd01::/64 lookup 100");
    rule("l3mdev priority 1000", "1000: from all lookup [l3mdev-table]");
  }

  @Test
  void rulesThatEndOrGoOn() {
    rule("to 10.51.0.0/24 blackhole priority 201", "201: from all to 10.51.0.0/24 blackhole");
    rule("from 10.51.0.0/24 unreachable priority 201", "201: from 10.51.0.0/24 unreachable");
    rule("from 10.51.0.0/24 type prohibit priority 201", "201: from 10.51.0.0/24 prohibit");
    rule("from 10.51.0.0/24 nop priority 201", "201: from 10.51.0.0/24 nop");
    rule("type goto 300 priority 201", "201: from all goto 300 [unresolved]");
  }
}
