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
@InLab(programs = {"../lib/frr/bfdd", "vtysh"})
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

  private static Program vrrpd(Node node) {
    return Software.VRRPD.startWith(
        node, List.of("-n", "-l", "-f", Software.VRRPD.configure(node, CONFIGURATION)));
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
}
