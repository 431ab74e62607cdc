package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docker/floating-ip: the address and haproxy go together, over three nodes. */
@Needs(engine = true, programs = "debootstrap")
class FloatingIpContainerIT {
  private static final String ADDRESS = "192.168.4.20";
  private static final List<String> NODES = List.of("node1", "node2", "node3");

  private Stack cluster;
  private Stack.Client client;

  @BeforeEach
  void up() {
    cluster = new Stack("floating-ip");
    client = cluster.client("cluster");
    awaitService();
  }

  @AfterEach
  void down() {
    cluster.close();
  }

  /** Whoever answers, once somebody does. */
  private String awaitService() {
    cluster.await("somebody serves " + ADDRESS, () -> !client.get("http://" + ADDRESS).isEmpty());
    return client.get("http://" + ADDRESS).strip();
  }

  private List<String> nodesWithHaproxy() {
    return NODES.stream()
        .filter(
            n -> cluster.running(n) && cluster.attempt(n, "pidof", "haproxy").getExitCode() == 0)
        .toList();
  }

  private List<String> holders() {
    return NODES.stream().filter(n -> cluster.holds(n, ADDRESS)).toList();
  }

  @Test
  void haproxyRunsWhereTheAddressIsAndNowhereElse() {
    String active = awaitService();
    assertThat(cluster.follow("curl ").strip()).isEqualTo(active);
    assertThat(holders()).containsExactly(active);
    assertThat(nodesWithHaproxy()).containsExactly(active);
    assertThat(cluster.exec(active, "ip", "address", "show", "eth0"))
        .contains("inet 192.168.4.20/27 brd 192.168.4.31 scope global");
  }

  @Test
  void aCrashedHaproxyIsStartedAgainInPlace() {
    String active = awaitService();
    cluster.exec(active, "sh", "-c", "kill -9 $(pidof haproxy)");
    cluster.await("haproxy runs again", () -> nodesWithHaproxy().equals(List.of(active)));
    assertThat(awaitService()).isEqualTo(active);
    assertThat(cluster.logs(active)).doesNotContain("Entering FAULT STATE");
  }

  @Test
  void whenHaproxyCannotBeStartedTheAddressMoves() {
    String active = awaitService();
    cluster.exec(
        active,
        "sh",
        "-c",
        "mv /usr/sbin/haproxy /usr/sbin/haproxy.broken; kill -9 $(pidof haproxy)");
    cluster.awaitLog(active, "\\(floating\\) Entering FAULT STATE");
    cluster.await(
        "another node holds the address",
        () -> holders().size() == 1 && !holders().contains(active));
    assertThat(awaitService()).isNotEqualTo(active);
  }

  @Test
  void theAddressMovesTwiceAndStaysWhenANodeReturns() {
    String first = awaitService();
    cluster.kill(first);
    cluster.await("a second node holds the address", () -> holders().size() == 1);
    String second = awaitService();
    assertThat(second).isNotEqualTo(first);

    cluster.start(first);
    cluster.await(
        first + " has started twice",
        () -> cluster.logs(first).split("Startup complete", -1).length == 3);
    assertThat(awaitService()).isEqualTo(second);

    cluster.stop(second);
    cluster.await("the service has left " + second, () -> !awaitService().equals(second));
    assertThat(holders()).hasSize(1);
    assertThat(nodesWithHaproxy()).isEqualTo(holders());
  }
}
