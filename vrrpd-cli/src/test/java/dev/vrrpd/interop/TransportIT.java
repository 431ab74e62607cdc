package dev.vrrpd.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where advertisements go: by a route, by a VRF, to one group of several on an interface. */
@InLab
class TransportIT {
  private static final String FIRST = "10.9.0.100";
  private static final String SECOND = "10.9.0.200";

  private static String routed(String keyword, int own, int peer, int priority) {
    return """
    vrrp_instance VI_1 {
      %s
      virtual_router_id 51
      version 3
      priority %d
      advert_int 0.1
      unicast_src_ip 10.9.0.%d
      unicast_peer {
        10.9.0.%d
      }
      virtual_ipaddress {
        10.9.0.100/24 dev eth0
      }
    }
    """
        .formatted(keyword, priority, own, peer);
  }

  /** keepalived 2.2.7 cannot, whatever its manual says. */
  @ParameterizedTest
  @ValueSource(strings = {"", "vrf red"})
  void withoutAnInterfaceAnInstanceSpeaksWhereTheRoutesLead(String keyword, Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b", "10.9.0.2/24");
    if (!keyword.isEmpty()) {
      enslave(a);
      enslave(b);
    }
    Software.VRRPD.start(b, routed(keyword, 2, 1, 100));
    lab.awaitOnly(b, FIRST);
    Program better = Software.VRRPD.start(a, routed(keyword, 1, 2, 150));
    lab.awaitOnly(a, FIRST);
    better.terminate();
    lab.awaitOnly(b, FIRST);
  }

  private static void enslave(Node node) {
    var made = node.attempt("ip", "link", "add", "red", "type", "vrf", "table", "10");
    Assumptions.assumeTrue(made.exit() == 0, "optional: a kernel with VRFs");
    node.exec("ip", "link", "set", "red", "up");
    node.exec("ip", "link", "set", "eth0", "master", "red");
  }

  static Stream<Pair> unlike() {
    return Pair.ALL.stream().filter(pair -> pair.a() != pair.b());
  }

  private static String ofGroup(String name, String group, int priority, String address) {
    return """
    vrrp_instance %s {
      interface eth0
      virtual_router_id 51
      version 3
      priority %d
      advert_int 0.1
      mcast_dst_ip %s
      virtual_ipaddress {
        %s/24
      }
    }
    """
        .formatted(name, priority, group, address);
  }

  private static String groups(int priorityOfFirst, int priorityOfSecond) {
    return ofGroup("VI_1", "224.0.0.18", priorityOfFirst, FIRST)
        + ofGroup("VI_2", "224.0.0.118", priorityOfSecond, SECOND);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unlike")
  void oneVridInTwoGroupsIsTwoVirtualRouters(Pair pair, Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b", "10.9.0.2/24");
    Capture capture = lab.capture();
    pair.on(Side.A).start(a, groups(150, 100));
    lab.awaitOnly(a, FIRST);
    lab.awaitOnly(a, SECOND);
    pair.on(Side.B).start(b, groups(100, 150));
    lab.awaitOnly(b, SECOND);
    lab.awaitOnly(a, FIRST);
    int mark = capture.mark();
    capture.awaitAdvert(
        mark, advert -> goes(advert.destination(), "224.0.0.118") && advert.priority() == 150);
    capture.awaitAdvert(
        mark, advert -> goes(advert.destination(), "224.0.0.18") && advert.priority() == 150);
    assertThat(lab.holders(FIRST)).containsExactly("a");
    assertThat(lab.holders(SECOND)).containsExactly("b");
  }

  private static boolean goes(IpAddress destination, String group) {
    return destination.equals(IpAddress.of(group));
  }
}
