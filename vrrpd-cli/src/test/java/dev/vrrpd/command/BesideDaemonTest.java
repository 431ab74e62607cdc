package dev.vrrpd.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types beside the daemon does what was meant, or nothing. */
class BesideDaemonTest {
  @TempDir private Path directory;
  private Path file;
  private Path drained;

  @BeforeEach
  void aConfigurationWithAMaintenanceFile() throws IOException {
    file = directory.resolve("keepalived.conf");
    drained = directory.resolve("drained");
    Files.writeString(
        file,
        """
        global_defs {
          maintenance_file %s
        }
        vrrp_instance V {
          interface eth9
          virtual_router_id 1
          virtual_ipaddress {
            192.0.2.1/24
          }
        }
        """
            .formatted(drained));
  }

  private int run(String... words) {
    return BesideDaemon.run(List.of(words)).orElseThrow();
  }

  @Test
  void drainAndUndrainWriteAndRemoveTheFile() {
    assertThat(run("drain", "-f", file.toString())).isZero();
    assertThat(drained).hasContent("1\n");
    assertThat(run("undrain", "-f", file.toString())).isZero();
    assertThat(drained).doesNotExist();
  }

  @Test
  void whoAsksForHelpDrainsNothing() {
    assertThat(run("drain", "-f", file.toString(), "--help")).isZero();
    assertThat(drained).doesNotExist();
  }

  @Test
  void aWordTooMuchIsRefusedAndDrainsNothing() {
    assertThat(run("drain", "VI_1", "-f", file.toString())).isNotZero();
    assertThat(drained).doesNotExist();
  }

  @Test
  void everyOneIsListed() {
    assertThat(BesideDaemon.list()).contains("drain", "undrain", "cleanup", "reload-test");
  }
}
