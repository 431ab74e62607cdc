package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code use_vmac}: a takeover that no neighbour has to learn of. RFC 9568 section 7.3. */
@InLab(programs = "ping")
class VirtualMacIT {
  private static final int HIGH = 150;
  private static final int LOW = 100;
  private static final String CLIENT = "10.9.0.9/24";
  private static final String CLIENT6 = "fd09::9/64";

  static Stream<Arguments> pairs() {
    return Stream.of(Dialect.V3, Dialect.V3_IPV6)
        .flatMap(dialect -> Pair.ALL.stream().map(pair -> Arguments.of(pair, dialect)));
  }

  static Stream<Arguments> mixedPairs() {
    return Stream.of(Dialect.V3, Dialect.V3_IPV6)
        .flatMap(dialect ->
            Stream.of(
                Arguments.of(new Pair(Software.VRRPD, Software.KEEPALIVED), dialect),
                Arguments.of(new Pair(Software.KEEPALIVED, Software.VRRPD), dialect)));
  }

  private static String mac(Dialect dialect) {
    return dialect == Dialect.V3_IPV6 ? "00:00:5e:00:02:33" : "00:00:5e:00:01:33";
  }

  private static void ping(Node client, Dialect dialect) {
    client.exec("ping", "-c", "2", "-i", "0.2", "-W", "5", dialect.virtualAddress());
  }

  /**
   * keepalived's host names the virtual address in ARP requests of its own, from its own MAC
   * address, and so teaches the client that one.
   */
  private static void assertKnown(Node client, Software software, Dialect dialect) {
    String neighbour = client.exec("ip", "neigh", "show", dialect.virtualAddress());
    if (software == Software.VRRPD) {
      assertThat(neighbour).contains(mac(dialect)).doesNotContain("FAILED");
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pairs")
  void theNeighboursKeepTheMacAddressWhileTheRouterChanges(Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    Node client = lab.node("client", CLIENT, CLIENT6);
    duel.start(B, LOW, "use_vmac");
    awaitTakeover(lab, duel, B, dialect, 5);
    ping(client, dialect);
    assertKnown(client, pair.on(B), dialect);

    var first = duel.start(A, HIGH, "use_vmac");
    awaitTakeover(lab, duel, A, dialect, 10);
    ping(client, dialect);
    first.crash();
    duel.awaitAdvert(B, duel.capture().mark());
    assertKnown(client, pair.on(A), dialect);

    assertThat(duel.capture().adverts())
        .extracting(Frame.Advert::sourceMac)
        .containsOnly(mac(dialect));
    duel.assertReigns(B, A, B);
    duel.assertWellSpoken();
  }

  private static void awaitTakeover(Lab lab, Duel duel, Side side, Dialect dialect, int frames) {
    lab.awaitOnly(duel.node(side), dialect.virtualAddress());
    duel.capture().awaitAnnouncements(dialect.virtualAddress(), mac(dialect), frames);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("mixedPairs")
  void oneWithAVirtualMacAndOneWithoutUnderstandEachOther(Pair pair, Dialect dialect, Lab lab) {
    var duel = new Duel(lab, pair, dialect);
    duel.start(B, LOW);
    duel.awaitTakeover(B);
    var first = duel.start(A, HIGH, "use_vmac");
    awaitTakeover(lab, duel, A, dialect, 5);
    first.terminate();
    duel.awaitTakeover(B);
    duel.assertReigns(B, A, B);
    duel.assertWellSpoken();
  }

  @Test
  void fromTheBaseGoTheAdvertisementsAndFromTheVirtualMacTheAnnouncements(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.KEEPALIVED), Dialect.V3);
    duel.start(A, HIGH, "use_vmac", "vmac_xmit_base");
    awaitTakeover(lab, duel, A, Dialect.V3, 5);
    duel.start(B, LOW, "use_vmac", "vmac_xmit_base").awaitLine("Entering BACKUP STATE");
    duel.awaitAdverts(A, 6);
    duel.assertHolds(A);
    assertThat(duel.capture().adverts()).extracting(Frame.Advert::sourceMac).containsOnly(A.mac());
  }

  @ParameterizedTest
  @EnumSource
  void addressesOnOtherInterfacesHaveVirtualMacsOfTheirOwn(Software software, Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24").plug(lab.network(), "eth1", "10.8.0.1/24");
    software.start(
        node,
        Dialect.V3
            .configuration(A, HIGH, List.of("use_vmac", "use_vmac_addr"))
            .replace("virtual_ipaddress {", "virtual_ipaddress {\n 10.8.0.100/24 dev eth1"));
    node.awaitAddress("10.8.0.100", true);
    String name = node.exec("ip", "-o", "-4", "addr", "show", "to", "10.8.0.100").split("\\s+")[1];
    assertThat(node.exec("ip", "-o", "-d", "link", "show", name))
        .contains(name + "@eth1", "macvlan mode private", "00:00:5e:00:01:33");
  }

  @Test
  void itsGroupIsFoundByTheNameThatIproute2Knows(Lab lab) {
    Node node = lab.node("a", "10.9.0.1/24");
    node.write("etc/group", "9\tedge\n");
    Software.VRRPD
        .start(
            node,
            "global_defs {\n iproute_etc_dir /run/lab/etc\n}\n"
                + Dialect.V3.configuration(A, HIGH, List.of("use_vmac name edge0 group edge")))
        .awaitLine("Success creating VMAC interface edge0");
    assertThat(node.exec("ip", "-o", "link", "show", "edge0")).contains("group 9 ");
  }

  @Test
  void whatAKilledRunLeftIsTakenOverAndRemovedAtTheEnd(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node node = duel.node(A);
    String before = baseOptions(node);
    duel.start(A, HIGH, "use_vmac").awaitLine("Success creating VMAC interface vrrp.51");
    duel.awaitAdvert(A, 0);
    Program second = crashAndRestart(duel, node);
    second.awaitLine("Found matching interface vrrp.51");
    node.awaitAddress("10.9.0.100", false);
    node.awaitAddress("10.9.0.100", true);
    second.terminate();
    assertThat(links(node)).doesNotContain("vrrp.51");
    assertThat(baseOptions(node)).isEqualTo(before);
  }

  private static Program crashAndRestart(Duel duel, Node node) {
    duel.crash(A);
    assertThat(links(node)).contains("vrrp.51");
    return duel.start(A, HIGH, "use_vmac");
  }

  @Test
  void oneThatSomebodyRemovesComesBackWithItsAddresses(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node node = duel.node(A);
    Program daemon = duel.start(A, HIGH, "use_vmac");
    awaitTakeover(lab, duel, A, Dialect.V3, 5);
    int mark = daemon.mark();
    node.exec("ip", "link", "del", "vrrp.51");
    daemon.awaitLine(mark, "Success creating VMAC interface vrrp.51");
    node.awaitAddress("10.9.0.100", true);
    assertThat(daemon.lines().subList(mark, daemon.mark()))
        .noneMatch(line -> line.contains("FAULT"));
  }

  @Test
  void aBaseThatComesBackCarriesItAgain(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node node = duel.node(A);
    Program daemon =
        Software.VRRPD.start(
            node,
            "global_defs {\n dynamic_interfaces\n}\n"
                + Dialect.V3.configuration(A, HIGH, List.of("use_vmac")));
    awaitTakeover(lab, duel, A, Dialect.V3, 5);
    int mark = daemon.mark();
    node.replug("eth0");
    daemon.awaitLine(mark, "Entering FAULT STATE");
    daemon.awaitLine(mark, "Success creating VMAC interface vrrp.51");
    daemon.awaitLine(mark, "Entering MASTER STATE");
    node.awaitAddress("10.9.0.100", true);
  }

  private static String links(Node node) {
    return node.exec("ip", "-o", "link");
  }

  private static String baseOptions(Node node) {
    return node.exec(
        "cat",
        "/proc/sys/net/ipv4/conf/eth0/arp_ignore",
        "/proc/sys/net/ipv4/conf/eth0/arp_announce");
  }
}
