package dev.vrrpd.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifoTest {
  @TempDir Path directory;
  private Path path;
  private Fifo.Owner owner;

  @BeforeEach
  void place() {
    path = directory.resolve("fifo");
    owner = new Fifo.Owner(Libc.getuid(), Libc.getuid());
  }

  @Test
  void aReaderThatComesLaterGetsTheLines() throws IOException {
    try (Fifo fifo = Fifo.open(path, owner)) {
      fifo.write("INSTANCE \"VI_1\" BACKUP 100\n");
      fifo.write("INSTANCE \"VI_1\" MASTER 100\n");
      assertThat(read(path))
          .isEqualTo("INSTANCE \"VI_1\" BACKUP 100\nINSTANCE \"VI_1\" MASTER 100\n");
    }
  }

  @Test
  void aFullPipeLosesWholeLinesAndNeverWaits() throws IOException {
    try (Fifo fifo = Fifo.open(path, owner)) {
      String line = "x".repeat(1023) + "\n";
      for (int i = 0; i < 100; i++) {
        fifo.write(line);
      }
      assertThat(fifo.lost()).isPositive();
      long before = fifo.lost();
      read(path);
      fifo.write(line);
      assertThat(fifo.lost()).isEqualTo(before);
    }
  }

  @Test
  void oneThatWasMadeIsRemovedAtTheEnd() throws IOException {
    Fifo.open(path, owner).close();
    assertThat(path).doesNotExist();
  }

  @Test
  void oneThatWasThereStays() throws IOException {
    assertThat(Libc.mkfifo(path.toString(), 0600)).isZero();
    Fifo.open(path, owner).close();
    assertThat(path).exists();
  }

  @Test
  void aFileOrLinkInItsPlaceIsLeftAlone() throws IOException {
    Files.writeString(path, "precious");
    assertThatThrownBy(() -> Fifo.open(path, owner)).hasMessage("it is there and no FIFO");
    assertThat(path).hasContent("precious");
    Path link = Files.createSymbolicLink(directory.resolve("link"), path);
    assertThatThrownBy(() -> Fifo.open(link, owner)).hasMessageContaining("cannot open it");
  }

  /** What waits in it. */
  static String read(Path path) {
    int fd = Libc.openPipe(path.toString());
    NativeMemory memory = NativeMemory.allocate(1 << 16);
    int count = Math.max(0, Libc.read(fd, memory));
    Libc.close(fd);
    byte[] octets = new byte[count];
    memory.octets().get(0, octets);
    return new String(octets, StandardCharsets.UTF_8);
  }
}
