package dev.vrrpd.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.daemon.PidFile.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir Path directory;

  @Test
  void itHoldsTheNumberOfThisProcessAndGoesWithIt() throws IOException {
    Path path = directory.resolve("vrrpd.pid");
    PidFile file = ((Claim.Taken) PidFile.claim(path)).file();
    assertThat(path).hasContent(ProcessHandle.current().pid() + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r--r--");
    file.remove();
    assertThat(path).doesNotExist();
  }

  @Test
  void aDaemonThatLivesIsLeftAlone() throws Exception {
    Path path = directory.resolve("vrrpd.pid");
    Process java =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .redirectErrorStream(true)
            .start();
    // The parent JVM of this test is called java as well, and lives as long as the test does.
    java.waitFor();
    Files.writeString(path, ProcessHandle.current().parent().orElseThrow().pid() + "\n");
    String name =
        Files.readString(
                Path.of("/proc/" + ProcessHandle.current().parent().orElseThrow().pid() + "/comm"))
            .trim();
    assertThat(PidFile.claim(path) instanceof Claim.AlreadyRunning).isEqualTo(name.equals("java"));
  }

  @Test
  void aDeadDaemonsFileIsTakenOver() throws IOException {
    Path path = directory.resolve("vrrpd.pid");
    Files.writeString(path, "1\n");
    assertThat(PidFile.claim(path)).extracting("zombie").isEqualTo(true);
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    assertThat(PidFile.claim(directory.resolve("no/such/directory")))
        .isInstanceOf(Claim.Unwritable.class);
  }
}
