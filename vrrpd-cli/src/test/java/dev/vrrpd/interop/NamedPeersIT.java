package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.api.Test;

/** Unicast without an interface, to peers by name, with keepalived on the other side. */
@InLab
class NamedPeersIT {
  private static final String HOSTS = "hosts";

  /** Names and no interface: it goes where the routes lead. */
  private static final String OURS =
      """
      vrrp_instance VI_1 {
        version 3
        virtual_router_id 51
        priority 150
        advert_int 0.2
        unicast_src_ip 10.9.0.1
        unicast_peer {
          partner.example every 0.2
        }
        virtual_ipaddress {
          10.9.0.100/24 dev eth0
        }
      }
      """;

  private Node ours;

  private Duel duel(Lab lab, String hosts) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.KEEPALIVED), Dialect.V3_UNICAST);
    ours = duel.node(A);
    ours.exec("mount", "--bind", ours.write(HOSTS, hosts).toString(), "/etc/hosts");
    return duel;
  }

  @Test
  void aNameIsSpokenToWhereverItMoves(Lab lab) {
    Duel duel = duel(lab, "10.9.0.2 partner.example\n");
    lab.node("c", "10.9.0.3/24");
    duel.start(B, 100);
    duel.awaitTakeover(B);
    Program daemon = Software.VRRPD.start(ours, OURS);
    daemon.awaitLine("unicast peer partner.example is 10.9.0.2");
    duel.awaitTakeover(A);

    ours.write(HOSTS, "10.9.0.3 partner.example\n");
    daemon.awaitLine("unicast peer partner.example is 10.9.0.3");
    duel.capture()
        .awaitAdvert(
            duel.capture().mark(), advert -> advert.destination().equals(IpAddress.of("10.9.0.3")));
    ours.write(HOSTS, "10.9.0.2 partner.example\n10.9.0.1 partner.example\n");
    daemon.awaitLine("unicast peer partner.example is 10.9.0.1, 10.9.0.2");
    duel.awaitTakeover(A);

    assertThat(daemon.terminate()).isZero();
    duel.awaitTakeover(B);
    assertThat(duel.capture().adverts())
        .noneMatch(advert -> advert.source().equals(advert.destination()));
  }

  @Test
  void withoutAnAnswerItStaysInFaultAndSaysSo(Lab lab) {
    Duel duel = duel(lab, "127.0.0.1 localhost\n");
    Program daemon = Software.VRRPD.start(ours, OURS);
    daemon.awaitLine("unicast peer partner.example has no address; its name is looked up again");
    daemon.awaitLine("Entering FAULT STATE");
    assertThat(ours.holds("10.9.0.100")).isFalse();
    ours.write(HOSTS, "10.9.0.2 partner.example\n");
    daemon.awaitLine("unicast peer partner.example is 10.9.0.2");
    duel.awaitTakeover(A);
    ours.write(HOSTS, "127.0.0.1 localhost\n"); // nobody answers: what was known still counts
    duel.awaitAdverts(A, 5);
    duel.assertHolds(A);
  }
}
