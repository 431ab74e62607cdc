package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docker/haproxy-pair: each of a node's parts fails in turn, and a client goes on being served. */
@Needs(engine = true, programs = "debootstrap")
class HaproxyPairContainerIT {
  private static final String ADDRESS = "100.64.64.100";

  private Stack nodes;
  private Stack.Client client;
  private String holder;
  private String other;

  @BeforeEach
  void up() {
    nodes = new Stack("haproxy-pair");
    client = nodes.client("public");
    nodes.await("one of the nodes holds the address", () -> held("node0") || held("node1"));
    holder = held("node0") ? "node0" : "node1";
    other = holder.equals("node0") ? "node1" : "node0";
    awaitAnswerFrom(holder);
  }

  @AfterEach
  void down() {
    nodes.close();
  }

  private boolean held(String node) {
    return nodes.holds(node, ADDRESS);
  }

  private void awaitAnswerFrom(String node) {
    nodes.await(
        node + " answers at " + ADDRESS,
        () -> client.get("http://" + ADDRESS).contains("Hostname: " + node));
  }

  @Test
  void whenTheBackendFailsTheOthersAnswersAndTheAddressStays() {
    nodes.stop(holder + "-web");
    awaitAnswerFrom(other);
    nodes.awaitHolder(holder, ADDRESS);
    nodes.start(holder + "-web");
    awaitAnswerFrom(holder);
  }

  @Test
  void whenHaproxyFailsTheAddressMovesAndDoesNotComeBackWithIt() {
    nodes.follow(" logs node0-vrrpd node1-vrrpd", holder + "-vrrpd.*Entering MASTER STATE");
    nodes.stop(holder + "-haproxy");
    nodes.awaitLog(holder + "-vrrpd", "Script `haproxy_runs` now returning 1");
    nodes.awaitLog(
        holder + "-vrrpd", "VRRP_Script\\(haproxy_runs\\) failed \\(exited with status 1\\)");
    nodes.awaitLog(holder + "-vrrpd", "\\(public\\) Changing effective priority from 103 to 101");
    nodes.awaitLog(
        other + "-vrrpd",
        "\\(public\\) received lower priority \\(101\\) advert from [0-9.]+ - discarding");
    nodes.awaitLog(other + "-vrrpd", "\\(public\\) Entering MASTER STATE");
    nodes.awaitLog(
        holder + "-vrrpd",
        "\\(public\\) Master received advert from [0-9.]+ with higher priority 103, ours 101");
    nodes.awaitHolder(other, ADDRESS);
    awaitAnswerFrom(other);

    nodes.start(holder + "-haproxy");
    nodes.awaitLog(holder + "-vrrpd", "Script `haproxy_runs` now returning 0");
    nodes.awaitLog(holder + "-vrrpd", "\\(public\\) Changing effective priority from 101 to 103");
    nodes.awaitHolder(other, ADDRESS);
    awaitAnswerFrom(other);
  }

  @Test
  void whenVrrpdStopsTheAddressMoves() {
    assertThat(nodes.follow("curl ")).contains("Hostname: " + holder);
    nodes.stop(holder + "-vrrpd");
    nodes.awaitHolder(other, ADDRESS);
    awaitAnswerFrom(other);
  }

  @Test
  void whenTheNodeFailsTheAddressMoves() {
    nodes.kill(holder + "-vrrpd");
    nodes.kill(holder + "-haproxy");
    nodes.kill(holder + "-web");
    nodes.kill(holder);
    nodes.awaitHolder(other, ADDRESS);
    awaitAnswerFrom(other);
  }
}
