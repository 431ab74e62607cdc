package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** docker/minimal-pair, as its README goes through it. */
@Needs(engine = true, programs = "debootstrap")
class MinimalPairContainerIT {
  private static final String ADDRESS = "172.31.238.100";

  @Test
  void theFirstHasTheAddressAsASecondaryOneUntilItIsStopped() {
    try (Stack pair = new Stack("minimal-pair")) {
      pair.follow(" logs m1", "\\(pair\\) Entering MASTER STATE");
      pair.awaitLog("m2", "Entering BACKUP STATE");
      pair.awaitHolder("m1", ADDRESS);
      assertThat(pair.follow(" exec m1 ip address"))
          .contains("inet " + ADDRESS + "/24 scope global secondary");
      assertThat(pair.holds("m2", ADDRESS)).isFalse();

      pair.follow(" stop m1");

      pair.awaitLog("m2", "Entering MASTER STATE");
      pair.follow(" exec m2 ip address", "inet " + ADDRESS + "/24 scope global secondary");
    }
  }
}
