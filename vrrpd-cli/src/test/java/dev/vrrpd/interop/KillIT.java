package dev.vrrpd.interop;

import static dev.vrrpd.interop.Side.A;
import static dev.vrrpd.interop.Side.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL at random moments of starts, takeovers and retreats, then a restart: {@code
 * -Dvrrpd.kills} of them, with the moments that {@code -Dvrrpd.seed} chooses.
 */
@InLab
class KillIT {
  private static final int KILLS = Integer.getInteger("vrrpd.kills", 10);
  private static final long SEED = Long.getLong("vrrpd.seed", 8123);

  private static final String[] EVERYTHING = {
    "use_vmac",
    "no_accept",
    "virtual_ipaddress_excluded {",
    "  10.77.0.1/24 dev eth0",
    "}",
    "virtual_routes {",
    "  10.50.0.0/24 via 10.9.0.9 dev eth0",
    "}",
    "virtual_rules {",
    "  from 10.50.0.0/24 table 100 priority 200",
    "}"
  };

  private final Random random = new Random(SEED);

  /** What a machine has that nobody runs on. */
  private static List<String> possessions(Node node) {
    return List.of(
        node.exec("ip", "-br", "link").replaceAll("(?m)\\s+\\S+\\s+<.*$", ""),
        node.exec("ip", "-4", "-o", "addr"),
        node.exec("ip", "-4", "route", "show", "table", "all"),
        node.exec("ip", "rule"),
        node.exec("ip", "-6", "rule"),
        node.exec("nft", "list", "ruleset"),
        node.exec("cat", "/proc/sys/net/ipv4/conf/all/rp_filter"),
        node.exec("cat", "/proc/sys/net/ipv4/conf/eth0/arp_ignore"));
  }

  /** Moments are what this test is about: it sleeps until one of its choice. */
  private void sleepUpTo(int milliseconds) {
    try {
      Thread.sleep(random.nextInt(milliseconds));
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  @Test
  void whateverIsLeftGoesWithTheNextRunAndOneRouterHoldsTheAddress(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node a = duel.node(A);
    a.exec("sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/rp_filter");
    List<String> before = possessions(a);
    duel.start(B, 100, EVERYTHING);
    lab.awaitOnly(duel.node(B), "10.9.0.100");
    for (int kill = 0; kill < KILLS; kill++) {
      Program daemon = duel.start(A, 150, EVERYTHING);
      daemon.awaitLine(random.nextBoolean() ? "Entering BACKUP STATE" : "Entering MASTER STATE");
      if (random.nextBoolean()) {
        duel.node(A).exec("ip", "link", "set", "eth0", "down");
        a.exec("ip", "link", "set", "eth0", "up");
      }
      sleepUpTo((int) Duration.ofMillis(700).toMillis());
      daemon.crash();
    }
    Program last = duel.start(A, 150, EVERYTHING);
    last.awaitLine("Entering MASTER STATE");
    lab.awaitOnly(a, "10.9.0.100");
    assertThat(a.exec("ip", "rule")).containsOnlyOnce("from 10.50.0.0/24");
    last.terminate();
    lab.awaitOnly(duel.node(B), "10.9.0.100");
    assertThat(possessions(a)).isEqualTo(before);
  }

  @Test
  void cleanupAloneRemovesAllOfIt(Lab lab) {
    var duel = new Duel(lab, new Pair(Software.VRRPD, Software.VRRPD), Dialect.V3);
    Node a = duel.node(A);
    a.exec("sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/rp_filter");
    List<String> before = possessions(a);
    Program daemon = duel.start(A, 150, EVERYTHING);
    daemon.awaitLine("Entering MASTER STATE");
    a.awaitAddress("10.77.0.1", true);
    daemon.crash();
    assertThat(possessions(a)).doesNotContainAnyElementsOf(List.of(before.get(1), before.get(3)));
    String configuration =
        Software.VRRPD.configure(a, Dialect.V3.configuration(A, 150, List.of(EVERYTHING)));
    a.exec(
        "env",
        "JAVA_HOME=" + System.getProperty("java.home"),
        "VRRPD_AS_BUILT=1",
        Software.ROOT.resolve("bin/vrrpd").toString(),
        "cleanup",
        "-f",
        configuration);
    assertThat(possessions(a)).isEqualTo(before);
  }
}
