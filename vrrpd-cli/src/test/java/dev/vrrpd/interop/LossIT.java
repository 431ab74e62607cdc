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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code on_vip_loss}: what follows when somebody takes away what an Active router holds. */
@InLab
class LossIT {
  private static final Pattern ROLE = Pattern.compile("Entering (\\w+) STATE");
  private static final String[] ADDRESS = {"ip", "addr", "del", "10.9.0.100/24", "dev", "eth0"};

  private static List<String> route(String... more) {
    List<String> lines =
        new ArrayList<>(List.of("virtual_routes {", "  10.50.0.0/24 via 10.9.0.9 dev eth0", "}"));
    lines.addAll(List.of(more));
    return lines;
  }

  private static Duel alone(Lab lab, Software software) {
    return new Duel(lab, new Pair(software, software), Dialect.V3);
  }

  /** The roles a daemon passes through until it is Active again. */
  private static List<String> rolesAfter(Program daemon, Node node, String... blow) {
    int mark = daemon.mark();
    node.exec(blow);
    daemon.awaitLine(mark, "Entering MASTER STATE");
    return daemon.lines().stream()
        .skip(mark)
        .map(ROLE::matcher)
        .filter(Matcher::find)
        .map(role -> role.group(1))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"KEEPALIVED", "VRRPD"})
  void backupGivesWayForASkewTimeAsKeepalivedDoes(Software software, Lab lab) {
    var duel = alone(lab, software);
    Node node = duel.node(A);
    Program daemon =
        software == Software.KEEPALIVED
            ? duel.start(A, 150, route().toArray(String[]::new))
            : duel.start(A, 150, route("on_vip_loss backup").toArray(String[]::new));
    duel.awaitTakeover(A);
    assertThat(rolesAfter(daemon, node, ADDRESS)).containsExactly("BACKUP", "MASTER");
    duel.awaitTakeover(A);
    assertThat(rolesAfter(daemon, node, "ip", "route", "del", "10.50.0.0/24"))
        .containsExactly("BACKUP", "MASTER");
    duel.awaitTakeover(A);
    assertThat(duel.capture().adverts().filter(advert -> advert.priority() == 0)).hasSize(2);
    assertThat(node.exec("ip", "route")).contains("10.50.0.0/24 via 10.9.0.9");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"KEEPALIVED", "VRRPD"})
  void backupPassesThroughFaultWhenTheVirtualMacInterfaceGoes(Software software, Lab lab) {
    var duel = alone(lab, software);
    Node node = duel.node(A);
    Program daemon =
        software == Software.KEEPALIVED
            ? duel.start(A, 150, "use_vmac")
            : duel.start(A, 150, "use_vmac", "on_vip_loss backup");
    daemon.awaitLine("Entering MASTER STATE");
    node.awaitAddress("10.9.0.100", true);
    assertThat(rolesAfter(daemon, node, "ip", "link", "del", "vrrp.51"))
        .containsExactly("FAULT", "BACKUP", "MASTER");
    node.awaitAddress("10.9.0.100", true);
  }

  @Test
  void restoreHoldsOnFiveTimesThenTheOtherTakesOver(Lab lab) {
    var duel = alone(lab, Software.VRRPD);
    Node node = duel.node(A);
    Program daemon = duel.start(A, 150, "nopreempt");
    duel.awaitTakeover(A);
    duel.start(B, 100).awaitLine("Entering BACKUP STATE");
    for (int blow = 1; blow <= 5; blow++) {
      int mark = daemon.mark();
      node.exec(ADDRESS);
      daemon.awaitLine(mark, "somebody removed address 10.9.0.100 from eth0, restoring it");
      node.awaitAddress("10.9.0.100", true);
      duel.awaitAdverts(A, 1);
    }
    duel.assertHolds(A);
    node.exec(ADDRESS);
    daemon.awaitLine("somebody removed address 10.9.0.100 from eth0, giving way");
    duel.awaitTakeover(B);
    assertThat(duel.capture().adverts().filter(advert -> advert.priority() == 0))
        .extracting(Frame.Advert::source)
        .containsExactly(Dialect.V3.source(A));
    duel.assertReigns(A, B);
  }

  @Test
  void faultLeavesItToTheOtherUntilAReload(Lab lab) {
    var duel = alone(lab, Software.VRRPD);
    Program daemon = duel.start(A, 150, "on_vip_loss fault");
    duel.awaitTakeover(A);
    duel.start(B, 100).awaitLine("Entering BACKUP STATE");
    duel.node(A).exec(ADDRESS);
    daemon.awaitLine("somebody removed address 10.9.0.100 from eth0, in FAULT until the next");
    daemon.awaitLine("Entering FAULT STATE");
    duel.awaitTakeover(B);
    duel.awaitAdverts(B, 6);
    duel.assertHolds(B);
    daemon.signal("HUP");
    duel.awaitTakeover(A);
  }
}
