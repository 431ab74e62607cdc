package dev.vrrpd.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path directory;
  private int manager = -1;

  @AfterEach
  void close() {
    Libc.close(manager);
  }

  private Supervisor supervisor(Map<String, String> environment) {
    return Supervisor.from(environment, 42);
  }

  private Supervisor listening(String name) {
    manager =
        Libc.check("socket", Libc.socket(Libc.AF_UNIX, Libc.SOCK_DGRAM | Libc.SOCK_NONBLOCK, 0));
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    if (name.startsWith("@")) {
      octets[0] = 0;
    }
    NativeMemory address = NativeMemory.allocate(2 + octets.length);
    address.octets().putShort(0, (short) Libc.AF_UNIX).put(2, octets);
    Libc.check("bind", Libc.bind(manager, address), name);
    return supervisor(Map.of("NOTIFY_SOCKET", name, "WATCHDOG_USEC", "10000000"));
  }

  private String told() {
    NativeMemory memory = NativeMemory.allocate(1000);
    byte[] octets = new byte[Libc.check("read", Libc.read(manager, memory))];
    memory.octets().get(0, octets);
    return new String(octets, StandardCharsets.UTF_8);
  }

  @Test
  void aServiceManagerHearsOfEachPhase() {
    try (Supervisor supervisor = listening(directory.resolve("notify").toString())) {
      supervisor.ready();
      supervisor.reloading(5_000_123_456L);
      supervisor.pulse();
      supervisor.stopping();
      assertThat(told()).isEqualTo("READY=1");
      assertThat(told()).isEqualTo("RELOADING=1\nMONOTONIC_USEC=5000123");
      assertThat(told()).isEqualTo("WATCHDOG=1");
      assertThat(told()).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void anAbstractSocketIsFound() {
    try (Supervisor supervisor = listening("@vrrpd-test-" + ProcessHandle.current().pid())) {
      supervisor.ready();
      assertThat(told()).isEqualTo("READY=1");
    }
  }

  @Test
  void aStatusIsToldOnlyWhenItChanges() {
    try (Supervisor supervisor = listening(directory.resolve("notify").toString())) {
      supervisor.status(() -> "1 BACKUP");
      supervisor.status(() -> "1 BACKUP");
      supervisor.status(() -> "1 MASTER");
      assertThat(told()).isEqualTo("STATUS=1 BACKUP");
      assertThat(told()).isEqualTo("STATUS=1 MASTER");
    }
  }

  @Test
  void whatTheManagerDidNotTakeIsSentAgain() {
    String path = directory.resolve("notify").toString();
    try (Supervisor supervisor = supervisor(Map.of("NOTIFY_SOCKET", path))) {
      supervisor.ready();
      try (Supervisor _ = listening(path)) {
        supervisor.pulse();
        assertThat(told()).isEqualTo("READY=1\nWATCHDOG=1");
      }
    }
  }

  @Test
  void theWatchdogCountsOnlyForTheProcessItIsMeantFor() {
    assertThat(supervisor(Map.of("WATCHDOG_USEC", "10000000")).watchdog())
        .contains(Duration.ofSeconds(10));
    assertThat(supervisor(Map.of("WATCHDOG_USEC", "10000000", "WATCHDOG_PID", "42")).watchdog())
        .contains(Duration.ofSeconds(10));
    assertThat(supervisor(Map.of("WATCHDOG_USEC", "10000000", "WATCHDOG_PID", "43")).watchdog())
        .isEmpty();
    assertThat(supervisor(Map.of("WATCHDOG_USEC", "soon")).watchdog()).isEmpty();
  }

  @Test
  void withoutAManagerNothingHappens() {
    assertThatCode(
            () -> {
              try (Supervisor supervisor = supervisor(Map.of())) {
                supervisor.ready();
                supervisor.pulse();
                supervisor.status(() -> "words");
                supervisor.stopping();
              }
            })
        .doesNotThrowAnyException();
  }
}
