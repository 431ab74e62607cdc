package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The image itself: process 1, a read-only root, its health, its name for old scripts, the sidecar.
 */
@Needs(engine = true, programs = "debootstrap")
class ImageContainerIT {
  private static final String ADDRESS = "172.31.239.100";

  @Test
  void theSidecarPutsTheAddressBesideTheApplicationAndTakesItAwayWithIt() {
    try (Stack stack = new Stack("sidecar")) {
      Stack.Client client = stack.client("lan");
      stack.await(
          "the application answers at the address",
          () -> !client.get("http://" + ADDRESS + ":8080").isEmpty());
      assertThat(stack.follow("curl ")).isNotBlank();
      assertThat(stack.follow(" exec app ip address")).contains("inet " + ADDRESS + "/24");
      assertThat(stack.exec("vrrpd", "sh", "-c", "touch /etc/x 2>&1 || true"))
          .contains("Read-only");
      stack.await("the health check passes", () -> stack.health("vrrpd").equals("healthy"));
      assertThat(stack.exec("vrrpd", "sh", "-c", "keepalived --version 2>&1"))
          .startsWith("Keepalived v");
    }
  }

  @Test
  void asProcessOneItObeysAndLeavesNoZombies() {
    try (Stack pair = new Stack("minimal-pair")) {
      pair.awaitHolder("m1", "172.31.238.100");
      // An orphan whose end nobody but process 1 can take note of.
      pair.exec("m1", "sh", "-c", "(sleep 0.1 &) ; true");
      pair.await(
          "the orphan is gone", () -> !pair.exec("m1", "ps", "-eo", "stat,comm").contains("Z "));
      pair.stop("m1");
      assertThat(pair.exitCode("m1")).as("137 would be the engine's patience").isZero();
      assertThat(pair.logs("m1")).contains("Stopped vrrpd");
    }
  }
}
