package dev.vrrpd.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kinds of BFD sessions that there are, each with FRR's bfdd at the other end. */
@InLab(programs = {"../lib/frr/bfdd"})
class BfdKindsIT {
  private static final String OURS = "10.9.0.1";

  /** A session: the peer, our words and FRR's about it. */
  enum Kind {
    /** RFC 5881. */
    IPV6(
        "fd09::2",
        "fd09::1",
        """
        bfd_instance peer {
          neighbor_ip fd09::2
          source_ip fd09::1
          hoplimit 255
          min_rx 20
          min_tx 20
        }
        """,
        "",
        ""),
    /** Over a router: RFC 5883. */
    MULTIHOP(
        "10.8.0.2",
        OURS,
        """
        bfd_instance peer {
          neighbor_ip 10.8.0.2
          source_ip 10.9.0.1
          multihop true
          max_hops 2
          ttl 64
          min_rx 20
          min_tx 20
        }
        """,
        "multihop ",
        "minimum-ttl 63"),
    /** We wait for the peer's first packet. */
    PASSIVE(
        "10.9.0.2",
        OURS,
        """
        bfd_instance peer {
          neighbour_ip 10.9.0.2
          source_ip 10.9.0.1
          passive
          min_rx 20
          min_tx 20
        }
        """,
        "",
        ""),
    /** The peer waits for ours. */
    AWAITED(
        "10.9.0.2",
        OURS,
        """
        bfd_instance peer {
          neighbor_ip 10.9.0.2
          source_ip 10.9.0.1
          idle_tx 1000
          min_rx 20
          min_tx 20
        }
        """,
        "",
        "passive-mode");

    private final String peer;
    private final String own;
    private final String session;
    private final String frrKind;
    private final String frrWords;

    Kind(String peer, String own, String session, String frrKind, String frrWords) {
      this.peer = peer;
      this.own = own;
      this.session = session;
      this.frrKind = frrKind;
      this.frrWords = frrWords;
    }

    String vrrpd() {
      return session
          + """
          vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 51
            version 3
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

    String frr() {
      return """
      bfd
       peer %s %slocal-address %s
        receive-interval 20
        transmit-interval 20
        detect-multiplier 5
        %s
        no shutdown
       !
      !
      """
          .formatted(own, frrKind, peer, frrWords);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSessionComesUpIsMissedAndComesAgain(Kind kind, Lab lab) {
    Node a = lab.node("a", OURS + "/24");
    Node b = peer(kind, lab, a);
    Program daemon =
        Software.VRRPD.startWith(
            a, List.of("-n", "-l", "-f", Software.VRRPD.configure(a, kind.vrrpd())));
    daemon.awaitLine("entering FAULT state");
    Program frr = BfdIT.bfdd(b, kind.frr());
    daemon.awaitLine("\\(peer\\) Entering Up state");
    daemon.awaitLine("Entering MASTER STATE");

    int mark = daemon.mark();
    frr.crash();
    daemon.awaitLine(
        mark, "Entering Down state .Local diagnostic - Control Detection Time Expired");
    daemon.awaitLine(mark, "VI_1. Entering FAULT STATE");

    mark = daemon.mark();
    BfdIT.bfdd(b, kind.frr());
    daemon.awaitLine(mark, "Entering Up state");
    assertThat(daemon.terminate()).isZero();
  }

  /** Where the peer lives; the way to it is laid. */
  private static Node peer(Kind kind, Lab lab, Node a) {
    return switch (kind) {
      case PASSIVE, AWAITED -> lab.node("b", kind.peer + "/24");
      case IPV6 -> {
        Node b = lab.node("b");
        // Without duplicate address detection, which takes seconds.
        a.exec("ip", "addr", "add", kind.own + "/64", "dev", "eth0", "nodad");
        b.exec("ip", "addr", "add", kind.peer + "/64", "dev", "eth0", "nodad");
        yield b;
      }
      case MULTIHOP -> {
        var far = lab.network();
        lab.node("router", "10.9.0.254/24")
            .plug(far, "eth1", "10.8.0.254/24")
            .exec("sysctl", "-w", "net.ipv4.ip_forward=1");
        Node b = lab.node("b").plug(far, "eth1", kind.peer + "/24");
        a.exec("ip", "route", "add", "10.8.0.0/24", "via", "10.9.0.254");
        b.exec("ip", "route", "add", "10.9.0.0/24", "via", "10.8.0.254");
        yield b;
      }
    };
  }
}
