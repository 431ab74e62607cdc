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
    Path program = Files.copy(Path.of("/bin/sleep"), directory.resolve("keepalived"));
    Process other = new ProcessBuilder(program.toString(), "60").start();
    try {
      Files.writeString(path, other.pid() + "\n");
      assertThat(PidFile.claim(path)).isEqualTo(new Claim.AlreadyRunning(other.pid()));
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(PidFile.claim(path)).isInstanceOf(Claim.Taken.class);
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
