package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BFD against FRR's bfdd: a session that goes takes the addresses along. */
@InLab(programs = {"../lib/frr/bfdd", "nft", "vtysh"})
class BfdIT {
  private static final String VIP = "10.9.0.100";

  @Test
  void aSessionWithFrrComesUpAndIsMissedWithinItsDetectionTime(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24");
    Node b = lab.node("b", "10.9.0.2/24");
    Program daemon = vrrpd(a);
    daemon.awaitLine("entering FAULT state");
    Program frr = bfdd(b);
    daemon.awaitLine("\\(peer\\) Entering Up state");
    daemon.awaitLine("Tracked BFD instance peer is UP");
    lab.awaitOnly(a, VIP);
    assertThat(peers(b)).contains("Status: up", "Receive interval: 10ms");

    int mark = daemon.mark();
    frr.crash();
    daemon.awaitLine(
        mark, "Entering Down state .Local diagnostic - Control Detection Time Expired");
    daemon.awaitLine(mark, "VI_1. Entering FAULT STATE");
    a.awaitAddress(VIP, false);

    mark = daemon.mark();
    bfdd(b);
    daemon.awaitLine(mark, "Entering Up state");
    lab.awaitOnly(a, VIP);
    assertThat(daemon.terminate()).isZero();
    assertThat(peers(b)).contains("Status: down", "administratively down");
  }

  @Test
  void sessionsOverRoutersAreBegunByThePeerAndCountItsHops(Lab lab) {
    Node a = lab.node("a", "10.9.0.1/24", "fd09::1/64");
    Node b = lab.node("b", "10.9.0.2/24", "10.9.0.3/24", "fd09::2/64");
    b.exec("nft", "-f", b.write("counted.nft", COUNTED).toString());
    Program daemon = vrrpd(a, FAR);
    awaitCount(b, "often", 3);
    assertThat(count(b, "seldom")).isEqualTo(1);
    assertThat(count(b, "passive")).isZero();

    bfdd(b, FAR_PEERS);
    daemon.awaitLine("\\(far\\) Entering Up state");
    daemon.awaitLine("\\(six\\) Entering Up state");
    assertThat(count(b, "passive")).isPositive();
    assertThat(count(b, "hoplimit")).isPositive();
    assertThat(daemon.lines()).noneMatch(line -> line.contains("(near) Entering Up"));
    assertThat(daemon.terminate()).isZero();
  }

  private static int count(Node node, String counter) {
    return Integer.parseInt(
        node.exec("nft", "list", "counter", "inet", "lab", counter)
            .replaceFirst("(?s).*packets (\\d+).*", "$1"));
  }

  private static void awaitCount(Node node, String counter, int packets) {
    String list = "nft list counter inet lab " + counter;
    node.exec(
        "timeout",
        "20",
        "sh",
        "-c",
        "until [ $(%s | sed -n 's/.*packets \\([0-9]*\\).*/\\1/p') -ge %d ]; do sleep 0.1; done"
            .formatted(list, packets));
  }

  private static Program vrrpd(Node node) {
    return vrrpd(node, CONFIGURATION);
  }

  private static Program vrrpd(Node node, String configuration) {
    return Software.VRRPD.startWith(
        node, List.of("-n", "-l", "-f", Software.VRRPD.configure(node, configuration)));
  }

  private static String peers(Node node) {
    return node.exec("vtysh", "-d", "bfdd", "-c", "show bfd peers");
  }

  /** Without the rest of FRR: bfdd needs no zebra to speak. */
  static Program bfdd(Node node) {
    return bfdd(node, PEER);
  }

  static Program bfdd(Node node, String configuration) {
    node.exec("sh", "-c", "mkdir -p /run/frr && chown frr:frr /run/frr");
    node.write("bfdd.conf", configuration);
    return node.start("bfdd", "/usr/lib/frr/bfdd", "-f", "/run/lab/bfdd.conf", "-A", "127.0.0.1");
  }

  private static final String PEER =
      """
      bfd
       peer 10.9.0.1 local-address 10.9.0.2
        receive-interval 10
        transmit-interval 10
        detect-multiplier 3
        no shutdown
       !
      !
      """;

  private static final String CONFIGURATION =
      """
      bfd_instance peer {
        neighbor_ip 10.9.0.2
        source_ip 10.9.0.1
        min_rx 10
        min_tx 10
        multiplier 3
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        priority 150
        advert_int 0.1
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_bfd {
          peer
        }
      }
      """;

  /** Whoever is heard from here seems to be two routers away. */
  private static final String COUNTED =
      """
      table inet lab {
        counter often {}
        counter seldom {}
        counter passive {}
        counter hoplimit {}
        chain in {
          type filter hook input priority 0;
          udp dport 4784 ip daddr 10.9.0.3 counter name seldom
          udp dport 4784 ip6 daddr fd09::2 counter name often
          udp dport 4784 ip daddr 10.9.0.2 ip ttl 250 counter name passive
          udp dport 4784 ip6 hoplimit 240 counter name hoplimit
        }
        chain out {
          type filter hook output priority 0;
          udp dport 4784 ip ttl set 253
          udp dport 4784 ip6 hoplimit set 253
        }
      }
      """;

  private static final String FAR_PEERS =
      """
      bfd
       peer 10.9.0.1 multihop local-address 10.9.0.2
        minimum-ttl 240
        no shutdown
       !
       peer 10.9.0.1 multihop local-address 10.9.0.3
        minimum-ttl 240
        no shutdown
       !
       peer fd09::1 multihop local-address fd09::2
        minimum-ttl 230
        no shutdown
       !
      !
      """;

  private static final String FAR =
      """
      bfd_instance far {
        neighbour_ip 10.9.0.2
        source_ip 10.9.0.1
        multihop
        ttl 250
        max_hops 5
        passive
        min_rx 50
        min_tx 50
      }
      bfd_instance near {
        neighbour_ip 10.9.0.3
        source_ip 10.9.0.1
        multihop
        idle_tx 10000
      }
      bfd_instance six {
        neighbour_ip fd09::2
        source_ip fd09::1
        multihop
        hoplimit 240
        max_hops 10
        min_rx 50
        min_tx 50
      }
      vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        version 3
        advert_int 0.1
        virtual_ipaddress {
          10.9.0.100/24
        }
        track_bfd {
          far weight 10
          near weight 10
          six weight 10
        }
      }
      """;
}
