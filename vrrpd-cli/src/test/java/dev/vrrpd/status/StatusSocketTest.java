package dev.vrrpd.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusSocketTest {
  /** More than a socket holds: a client that does not read keeps some of it waiting. */
  private static final String LARGE = "x".repeat(4_000_000);

  @TempDir private Path directory;

  @Test
  void whoeverConnectsGetsTheDocumentAndTheFileGoesWithTheSocket() {
    Path path = directory.resolve("s");
    try (StatusSocket _ = open(path, "{}\n")) {
      assertThat(Answer.at(path)).isEqualTo(new Answer.Told("{}\n"));
      assertThat(Answer.at(path)).isEqualTo(new Answer.Told("{}\n"));
    }
    assertThat(path).doesNotExist();
    assertThat(Answer.at(path)).isEqualTo(new Answer.Nobody());
  }

  @Test
  void theFileHasTheModeThatWasAskedFor() throws IOException {
    Path path = directory.resolve("s");
    try (StatusSocket _ = open(path, "")) {
      assertThat(Files.getPosixFilePermissions(path))
          .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }
  }

  @Test
  void whatAKilledDaemonLeftIsReplaced() throws IOException {
    Path path = directory.resolve("s");
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(path));
    }
    assertThat(path).exists();
    assertThat(Answer.at(path)).isEqualTo(new Answer.Nobody());
    try (StatusSocket _ = open(path, "mine")) {
      assertThat(Answer.at(path)).isEqualTo(new Answer.Told("mine"));
    }
  }

  @Test
  void whatAnotherDaemonServesIsLeftAlone() {
    Path path = directory.resolve("s");
    try (StatusSocket _ = open(path, "first")) {
      assertThat(StatusSocket.start(path, 0600, () -> "second"))
          .isEqualTo(new StatusSocket.Start.Refused("another daemon answers there"));
      assertThat(Answer.at(path)).isEqualTo(new Answer.Told("first"));
    }
  }

  @Test
  void aPlaceThatCannotBeHadIsRefusedInWords() {
    assertThat(StatusSocket.start(directory.resolve("no/such/s"), 0600, () -> ""))
        .isInstanceOf(StatusSocket.Start.Refused.class);
  }

  @Test
  void clientsThatDoNotReadHoldNobodyUpForLong() throws IOException {
    Path path = directory.resolve("s");
    List<SocketChannel> silent = new ArrayList<>();
    try (StatusSocket _ = open(path, LARGE)) {
      for (int i = 0; i < 40; i++) {
        silent.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
      }
      assertThat(asked(path)).isEqualTo(new Answer.Told(LARGE));
    } finally {
      for (SocketChannel client : silent) {
        client.close();
      }
    }
  }

  /** The first clients have to run out of time before others get a place. */
  private static Answer asked(Path path) {
    Answer answer = Answer.at(path);
    return answer instanceof Answer.Silence ? Answer.at(path) : answer;
  }

  @Test
  void aDocumentThatCannotBeMadeIsNotTheEndOfTheSocket() {
    Path path = directory.resolve("s");
    List<String> documents = new ArrayList<>(List.of("second"));
    StatusSocket.Start start =
        StatusSocket.start(
            path,
            0600,
            () -> {
              if (documents.size() == 1) {
                documents.add("asked");
                throw new IllegalStateException("a defect");
              }
              return documents.getFirst();
            });
    try (StatusSocket _ = ((StatusSocket.Start.Listening) start).socket()) {
      assertThat(Answer.at(path)).isEqualTo(new Answer.Silence());
      assertThat(Answer.at(path)).isEqualTo(new Answer.Told("second"));
    }
  }

  private static StatusSocket open(Path path, String document) {
    StatusSocket.Start start = StatusSocket.start(path, 0640, () -> document);
    return ((StatusSocket.Start.Listening) start).socket();
  }
}
