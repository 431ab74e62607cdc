package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Network;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code no_accept}: the address is held and answered for, but nothing is taken. RFC 9568 6.1. */
@InLab(programs = {"ping", "nft"})
class NoAcceptIT {
  private static final int HIGH = 150;
  private static final String VIP = Dialect.V3.virtualAddress();

  private static boolean answers(Node client) {
    return client.attempt("ping", "-c", "1", "-W", "1", VIP).exit() == 0;
  }

  @ParameterizedTest
  @EnumSource
  void theAddressIsResolvedAndDoesNotAnswer(Software software, Lab lab) {
    var duel = new Duel(lab, new Pair(software, software), Dialect.V3);
    Node client = lab.node("client", "10.9.0.9/24");
    duel.start(A, HIGH, "no_accept").awaitLine("setting firewall drop rule");
    duel.awaitTakeover(A);
    assertThat(answers(client)).isFalse();
    assertThat(client.exec("ip", "neigh", "show", VIP)).contains(A.mac());
    assertThat(duel.node(A).exec("nft", "list", "ruleset")).contains(VIP);
  }

  @ParameterizedTest
  @EnumSource
  void withAcceptItAnswers(Software software, Lab lab) {
    var duel = new Duel(lab, new Pair(software, software), Dialect.V3);
    Node client = lab.node("client", "10.9.0.9/24");
    duel.start(A, HIGH, "accept");
    duel.awaitTakeover(A);
    assertThat(answers(client)).isTrue();
  }

  private static String gateway(String name, String link, String keyword) {
    return """
    vrrp_instance %s {
      interface %s
      virtual_router_id 51
      priority 150
      advert_int 0.1
      %s
      virtual_ipaddress {
        fe80::1/64
      }
    }
    """
        .formatted(name, link, keyword);
  }

  /** Every network may have the same one for its gateway. */
  @Test
  void aLinkLocalAddressIsConcealedOnItsOwnLinkOnly(Lab lab) {
    Network other = lab.network();
    Node router = lab.node("a", "10.9.0.1/24").plug(other, "eth1", "10.8.0.1/24");
    Node client = lab.node("client", "10.9.0.9/24").plug(other, "eth1", "10.8.0.9/24");
    Program daemon =
        Software.VRRPD.start(
            router, gateway("VI_1", "eth0", "no_accept") + gateway("VI_2", "eth1", "accept"));
    daemon.awaitLine("unsolicited Neighbour Advert on eth0 for fe80::1");
    daemon.awaitLine("unsolicited Neighbour Advert on eth1 for fe80::1");
    assertThat(ping(client, "eth0")).isFalse();
    assertThat(ping(client, "eth1")).isTrue();
  }

  private static boolean ping(Node client, String link) {
    return client.attempt("ping", "-c", "1", "-W", "1", "fe80::1%" + link).exit() == 0;
  }

  @Test
  void afterAKillAndAStopNothingIsDroppedAnyMore(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node node = duel.node(A);
    duel.start(A, HIGH, "no_accept");
    duel.awaitTakeover(A);
    duel.crash(A);
    assertThat(node.exec("nft", "list", "ruleset")).contains("table inet vrrpd");
    Program second = duel.start(A, HIGH, "no_accept");
    second.awaitLine("setting firewall drop rule");
    duel.awaitAdvert(A, duel.capture().mark());
    second.terminate();
    assertThat(node.exec("nft", "list", "ruleset")).doesNotContain("vrrpd");
  }
}
