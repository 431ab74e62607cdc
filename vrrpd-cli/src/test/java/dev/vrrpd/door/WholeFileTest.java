package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.netlink.libc.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"0177, rw-------", "0022, rw-r--r--"})
  void whoMayReadItIsLeftToTheUmask(String mask, String permissions) throws IOException {
    Path file = directory.resolve("dump");
    int usual = Libc.umask(Integer.decode(mask));
    try {
      WholeFile.write(file, "text\n");
    } finally {
      int _ = Libc.umask(usual);
    }
    assertThat(file).hasContent("text\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
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
