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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two Active routers that do not hear each other: {@code rival_probe}, {@code takeover_probe}. */
@InLab(programs = {"nft", "curl"})
class SplitBrainIT {
  private static final Pair MIXED = new Pair(Software.VRRPD, Software.KEEPALIVED);
  private static final Pair MIXED_BACK = new Pair(Software.KEEPALIVED, Software.VRRPD);
  private static final String PROBING = "rival_probe 1";

  private static final String GLOBAL =
      """
      global_defs {
        metrics 127.0.0.1:9165
        vrrp_rival_probe 1
        vrrp_takeover_probe off
      }
      """;

  static Stream<Arguments> addressings() {
    return Stream.of(
        Arguments.of(Dialect.V3, B.mac(), ""),
        Arguments.of(Dialect.V3_IPV6, B.mac(), ""),
        Arguments.of(Dialect.V3, "00:00:5e:00:01:33", "use_vmac"),
        Arguments.of(Dialect.V3_IPV6, "00:00:5e:00:02:33", "use_vmac"));
  }

  private static String firstAddress(Dialect dialect) {
    return dialect == Dialect.V3_IPV6 ? "fe80::9:100" : dialect.virtualAddress();
  }

  private static void filter(Duel duel, boolean on) {
    for (Side side : Side.values()) {
      Node node = duel.node(side);
      if (on) {
        node.exec("nft", "add table inet wall");
        node.exec("nft", "add chain inet wall in { type filter hook input priority 0; }");
        node.exec("nft", "add rule inet wall in meta l4proto 112 drop");
      } else {
        node.exec("nft", "delete table inet wall");
      }
    }
  }

  private static void awaitSuspicion(Node node, boolean suspected) {
    node.exec(
        "timeout",
        "30",
        "sh",
        "-c",
        "until curl -s http://127.0.0.1:9165/metrics"
            + " | grep -q '^vrrpd_rival_suspected{.*} %d'; do sleep 0.2; done"
                .formatted(suspected ? 1 : 0));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("addressings")
  void aMasterThatIsNotHeardIsNamedUntilItIsHeardAgain(
      Dialect dialect, String mac, String vmac, Lab lab) {
    var duel = new Duel(lab, MIXED, dialect);
    filter(duel, true);
    duel.start(B, 100, vmac);
    Program daemon =
        Software.VRRPD.start(duel.node(A), GLOBAL + dialect.configuration(A, 150, List.of(vmac)));
    daemon.awaitLine("%s on eth0 is answered by %s too".formatted(firstAddress(dialect), mac));
    awaitSuspicion(duel.node(A), true);
    assertThat(daemon.lines()).noneMatch(line -> line.contains("takes over although"));
    duel.node(B).awaitAddress(dialect.virtualAddress(), true);

    filter(duel, false);
    daemon.awaitLine("is no longer answered by " + mac);
    awaitSuspicion(duel.node(A), false);
    duel.assertHolds(A);
  }

  static Stream<Arguments> backups() {
    return Stream.of(Arguments.of(Dialect.V3), Arguments.of(Dialect.V3_IPV6));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("backups")
  void whoTakesOverFromAnActiveRouterThatIsNotHeardSaysSo(Dialect dialect, Lab lab) {
    var duel = new Duel(lab, MIXED_BACK, dialect);
    duel.start(A, 150);
    Program backup = duel.start(B, 100);
    duel.awaitTakeover(A);
    duel.awaitAdverts(A, 2);
    filter(duel, true);
    backup.awaitLine(
        "takes over although %s on eth0 is still answered by %s"
            .formatted(firstAddress(dialect), A.mac()));
    duel.node(B).awaitAddress(dialect.virtualAddress(), true);
  }

  static Stream<Arguments> peaceful() {
    return Stream.of(Arguments.of(MIXED, "use_vmac"), Arguments.of(MIXED_BACK, ""));
  }

  /** A preemption, a farewell, a start again and a crash: takeovers that need no warning. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("peaceful")
  void inOrdinaryFailoversNobodyIsNamed(Pair pair, String vmac, Lab lab) {
    var duel = new Duel(lab, pair, Dialect.V3);
    Program low = duel.start(B, 100, options(pair.on(B), vmac));
    duel.node(B).awaitAddress("10.9.0.100", true);
    Program high = duel.start(A, 150, options(pair.on(A), vmac));
    lab.awaitOnly(duel.node(A), "10.9.0.100");
    duel.awaitAdverts(A, 6);
    high.terminate();
    lab.awaitOnly(duel.node(B), "10.9.0.100");
    duel.awaitAdverts(B, 12);
    Program again = duel.start(A, 150, options(pair.on(A), vmac));
    lab.awaitOnly(duel.node(A), "10.9.0.100");
    duel.awaitAdverts(A, 12);

    Stream.of(low, high, again)
        .flatMap(program -> program.lines().stream())
        .forEach(line ->
            assertThat(line).doesNotContain("answered by").doesNotContain("takes over although"));
    assertThat(duel.capture().inquiries("10.9.0.100")).hasSizeGreaterThan(1);
  }

  private static String[] options(Software software, String vmac) {
    return software == Software.VRRPD ? new String[] {vmac, PROBING} : new String[] {vmac};
  }

  @Test
  void aHostThatOnlyKeepsTheAddressIsNamedToo(Lab lab) {
    var duel = new Duel(lab, MIXED, Dialect.V3);
    Program daemon = duel.start(A, 150, PROBING);
    duel.awaitTakeover(A);
    duel.node(B).exec("ip", "addr", "add", "10.9.0.100/32", "dev", "lo");
    daemon.awaitLine("10.9.0.100 on eth0 is answered by " + B.mac());
    duel.node(B).exec("ip", "addr", "del", "10.9.0.100/32", "dev", "lo");
    daemon.awaitLine("10.9.0.100 on eth0 is no longer answered by " + B.mac());
  }

  @Test
  void aSecondInterfaceOfOurOwnOnTheSameLanIsNobodyElse(Lab lab) {
    var duel = new Duel(lab, MIXED, Dialect.V3);
    duel.node(A).plug(lab.lan(), "eth1");
    Program daemon = duel.start(A, 150, PROBING);
    duel.awaitTakeover(A);
    duel.awaitAdverts(A, 20);
    assertThat(daemon.lines()).noneMatch(line -> line.contains("answered by"));
    assertThat(duel.capture().inquiries("10.9.0.100")).hasSizeGreaterThan(1);
  }
}
