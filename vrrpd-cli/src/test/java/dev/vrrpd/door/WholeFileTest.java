package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path directory;

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    Path file = directory.resolve("dump");
    WholeFile.write(file, "text\n");
    assertThat(file).hasContent("text\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aSymbolicLinkInItsPlaceIsReplaced() throws IOException {
    Path target = Files.writeString(directory.resolve("precious"), "old");
    Path file = Files.createSymbolicLink(directory.resolve("dump"), target);
    WholeFile.write(file, "new");
    assertThat(target).hasContent("old");
    assertThat(file).hasContent("new").isRegularFile();
    assertThat(Files.isSymbolicLink(file)).isFalse();
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Path file = Files.createDirectories(directory.resolve("dump/inside")).getParent();
    assertThatThrownBy(() -> WholeFile.write(file, "text")).isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }
}
