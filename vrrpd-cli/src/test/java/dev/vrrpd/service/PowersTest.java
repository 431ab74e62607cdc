package dev.vrrpd.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.metrics.Pictures;
import org.junit.jupiter.api.Test;

class PowersTest {
  private static final long NET_ADMIN_AND_NET_RAW = 0x3000;

  @Test
  void aProcessReadsItsOwn() {
    assertThat(Powers.ofThisProcess().effective()).isNotNegative();
  }

  @Test
  void whatIsMissingIsNamedWithWhatWillNotWork() {
    assertThat(new Powers(NET_ADMIN_AND_NET_RAW).missingFor(Pictures.configuration()))
        .containsExactly(
            "CAP_SYS_NICE is missing: adverts may be late on a busy machine: no real-time priority",
            "CAP_SETUID is missing: scripts cannot run as another user",
            "CAP_SETGID is missing: scripts cannot run as another group",
            "CAP_KILL is missing: scripts of another user cannot be ended when they overstay");
  }

  @Test
  void whatTheConfigurationDoesNotUseIsNotMissed() {
    assertThat(new Powers(0).missingFor(Pictures.nothing()))
        .containsExactly(
            "CAP_SYS_NICE is missing: adverts may be late on a busy machine: no real-time priority");
  }
}
