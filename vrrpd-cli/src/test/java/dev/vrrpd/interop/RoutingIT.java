package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code virtual_routes}, {@code virtual_rules} and their static kin, beside keepalived's. */
@InLab
class RoutingIT {
  private static final String[] ROUTING = {
    "virtual_routes {",
    "  10.50.0.0/24 via 10.9.0.9 dev eth0",
    "  blackhole 10.51.0.0/24",
    "  10.52.0.0/24 dev eth0 src 10.9.0.100 metric 5 table 100 mtu lock 1400",
    "  10.53.0.0/24 nexthop via 10.9.0.8 dev eth0 weight 2 nexthop via 10.9.0.9 dev eth0 weight 3",
    "  fd50::/64 dev eth0 metric 33",
    "  10.55.0.0/24 via 10.9.0.9 dev eth0 append realms 4/5",
    "}",
    "virtual_rules {",
    "  from 10.50.0.0/24 table 100 priority 200",
    "  to 10.51.0.0/24 fwmark 5/7 blackhole priority 201",
    "  from 10.52.0.0/24 goto 300 priority 210",
    "  ipproto tcp sport 80-90 table 100 priority 211",
    "  from fd00::/64 table 100 priority 213",
    "}"
  };

  static Stream<Pair> unlike() {
    return Pair.ALL.stream().filter(pair -> pair.a() != pair.b());
  }

  /** All that a daemon has put there, as iproute2 shows it. */
  private static String routing(Node node) {
    String routes = node.exec("ip", "-d", "route", "show", "table", "all", "proto", "18");
    String routes6 = node.exec("ip", "-6", "-d", "route", "show", "table", "all", "proto", "18");
    String rules = node.exec("ip", "-d", "rule") + node.exec("ip", "-6", "-d", "rule");
    return routes
        + routes6
        + rules
            .lines()
            .filter(line -> line.contains("keepalived"))
            .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unlike")
  void routesAndRulesMoveWithTheAddressAndAreWhatKeepalivedMakesOfThem(Pair pair, Lab lab) {
    var duel = new Duel(lab, pair, Dialect.V3);
    duel.start(B, 100, ROUTING);
    duel.awaitTakeover(B);
    String atB = routing(duel.node(B));
    assertThat(atB.lines()).hasSize(14);

    Program first = duel.start(A, 150, ROUTING);
    duel.awaitTakeover(A);
    assertThat(routing(duel.node(A))).isEqualTo(atB);
    assertThat(routing(duel.node(B))).isEmpty();

    first.terminate();
    duel.awaitTakeover(B);
    assertThat(routing(duel.node(A))).isEmpty();
    assertThat(routing(duel.node(B))).isEqualTo(atB);
  }

  @Test
  void whatSomebodyRemovesComesBackWithoutGivingUp(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node node = duel.node(A);
    Program daemon = duel.start(A, 150, ROUTING);
    duel.awaitTakeover(A);
    String before = routing(node);
    int mark = daemon.mark();
    node.exec("ip", "route", "del", "10.50.0.0/24");
    daemon.awaitLine(mark, "somebody removed route prepend 10.50.0.0/24 via inet 10.9.0.9");
    mark = daemon.mark();
    node.exec("ip", "rule", "del", "priority", "200");
    daemon.awaitLine(mark, "somebody removed rule from 10.50.0.0/24 priority 200");
    duel.awaitAdverts(A, 2);
    assertThat(routing(node).lines()).containsExactlyInAnyOrderElementsOf(before.lines().toList());
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("BACKUP"));
  }

  @Test
  void aRouteThatTheKernelRefusesIsOneLineAndTheRestIsThere(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Program daemon =
        duel.start(
            A,
            150,
            "virtual_routes {",
            "  10.54.0.0/24 via 10.99.0.9 dev eth0",
            "  10.50.0.0/24 via 10.9.0.9 dev eth0",
            "}");
    duel.awaitTakeover(A);
    daemon.awaitLine(
        "\\(VI_1\\) Netlink: error: Network is unreachable.*\\(101\\), add route prepend"
            + " 10.54.0.0/24 via inet 10.99.0.9");
    assertThat(routing(duel.node(A))).contains("10.50.0.0/24").doesNotContain("10.54.0.0");
    duel.awaitAdverts(A, 8);
    assertThat(daemon.lines()).filteredOn(line -> line.contains("10.54.0.0")).hasSize(1);
  }

  private static String withStatics(String instance) {
    return """
    global_defs {
      default_interface eth0
      iproute_etc_dir /run/lab/etc
      iproute_usr_dir /run/lab/usr
    }
    track_group G {
      group { VI_1 }
    }
    static_ipaddress {
      10.5.0.1/24 scope office
    }
    static_routes {
      10.60.0.0/24 via 10.9.0.9 dev eth0
      10.62.0.0/24 dev eth1 track_group G
      10.63.0.0/24 dev eth0 table isp
    }
    static_rules {
      from 10.61.0.0/24 table guests priority 77
    }
    """
        + instance;
  }

  @Test
  void staticThingsAreThereInEveryStateAndComeBackAndGo(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24").plug(lab.network(), "eth1", "10.8.0.1/24");
    node.write("etc/rt_tables.d/ours.conf", "# ours\n70  isp\n");
    node.write("etc/rt_scopes", "77 office\n");
    node.write("usr/rt_tables", "0x32 guests # fifty\n");
    Program daemon =
        Software.VRRPD.start(node, withStatics(Dialect.V3.configuration(A, 150, List.of())));
    daemon.awaitLine("Entering BACKUP STATE");
    node.awaitAddress("10.5.0.1", true);
    assertThat(node.exec("ip", "-N", "addr")).contains("10.5.0.1/24 scope 77");
    String before = routing(node);
    assertThat(before)
        .contains("10.60.0.0/24", "10.62.0.0/24", "from 10.61.0.0/24 lookup 50")
        .contains("10.63.0.0/24 dev eth0 table 70");

    node.exec("ip", "route", "del", "10.60.0.0/24");
    daemon.awaitLine("Restoring deleted static route prepend 10.60.0.0/24 via inet 10.9.0.9");
    node.exec("ip", "addr", "del", "10.5.0.1/24", "dev", "eth0");
    daemon.awaitLine("Restoring deleted static address 10.5.0.1/24 dev eth0");
    node.awaitAddress("10.5.0.1", true);

    node.linkDown("eth1");
    daemon.awaitLine("Entering FAULT STATE");
    int mark = daemon.mark();
    node.linkUp("eth1");
    daemon.awaitLine(mark, "Entering BACKUP STATE");

    daemon.terminate();
    assertThat(routing(node)).isEmpty();
    assertThat(node.addresses()).doesNotContain("10.5.0.1/24");
  }
}
