package dev.vrrpd.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathInspectionTest {
  @TempDir Path directory;

  @Test
  void theSystemsOwnShellIsSound() throws IOException {
    assertThat(PathInspection.weakness(Path.of("/bin/sh"))).isEmpty();
  }

  @Test
  void theWeakComponentIsNamed() throws IOException {
    assumeTrue(Files.getAttribute(directory, "unix:uid").equals(0), "files here are not root's");
    Path script = Files.writeString(directory.resolve("check.sh"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(PathInspection.weakness(script)).isEmpty();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xrwx"));
    assertThat(PathInspection.weakness(script))
        .contains(
            new PathInspection.Weakness(
                directory, "its mode is 0757, so others than root can write to it"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("/bin/sh"));
    assertThat(PathInspection.weakness(link)).isPresent();
  }
}
