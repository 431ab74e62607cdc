package dev.vrrpd.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.FileConfig;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, a real inotify(7), a loop of its own. */
class TrackedFilesTest {
  @TempDir private Path directory;

  private final BlockingQueue<Input> told = new LinkedBlockingQueue<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private EventLoop loop;
  private TrackedFiles files;
  private Path file;

  @BeforeEach
  void start() {
    file = directory.resolve("priority");
    loop =
        EventLoop.start(
            "test",
            Scheduling.NORMAL,
            defect -> {
              throw new AssertionError(defect);
            });
    files = onLoop(() -> new TrackedFiles(worker, loop, told::add));
  }

  @AfterEach
  void stop() {
    onLoop(() -> {
      files.close();
      return true;
    });
    worker.shutdown();
    loop.close();
  }

  private <T> T onLoop(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, loop::execute).join();
  }

  private void use(FileConfig... configs) {
    onLoop(() -> {
      files.use(List.of(configs));
      return true;
    });
  }

  private FileConfig config(Path path, Optional<FileConfig.Initial> initial) {
    return new FileConfig("tf", path.toString(), 1, false, initial);
  }

  /** The same may be told more than once. */
  private void awaitNumber(int number) throws InterruptedException {
    for (Input next = told.poll(10, TimeUnit.SECONDS);
        !new Input.FileRead("tf", number).equals(next);
        next = told.poll(10, TimeUnit.SECONDS)) {
      assertThat(next).as("waiting for " + number).isNotNull();
    }
  }

  @Test
  void everyWayAFileChangesIsTold() throws Exception {
    Files.writeString(file, "5\n");
    use(config(file, Optional.empty()));
    awaitNumber(5);
    Files.writeString(file, "20 because of maintenance");
    awaitNumber(20);
    Path other = Files.writeString(directory.resolve("other"), "0x30");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    awaitNumber(48);
    Files.delete(file);
    awaitNumber(0);
    Files.writeString(file, "7");
    awaitNumber(7);
    Files.move(file, directory.resolve("away"));
    awaitNumber(0);
  }

  @Test
  void aDirectoryThatIsMissingIsWaitedFor() throws Exception {
    Path late = directory.resolve("late");
    use(config(late.resolve("priority"), Optional.empty()));
    awaitNumber(0);
    Files.createDirectory(late);
    Files.writeString(late.resolve("priority"), "9");
    awaitNumber(9);
    Files.delete(late.resolve("priority"));
    Files.delete(late);
    awaitNumber(0);
    Files.createDirectory(late);
    Files.writeString(late.resolve("priority"), "10");
    awaitNumber(10);
  }

  @Test
  void aPipeInItsPlaceIsNotWaitedFor() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    use(config(file, Optional.empty()));
    awaitNumber(0);
    Files.delete(file);
    Files.writeString(file, "3");
    awaitNumber(3);
  }

  @Test
  void initFileWritesAtTheStartOnly() throws Exception {
    use(config(file, Optional.of(new FileConfig.Initial(4, false))));
    awaitNumber(4);
    assertThat(file).hasContent("4\n");
    Files.delete(file);
    awaitNumber(0);
    use(config(file, Optional.of(new FileConfig.Initial(5, true))));
    awaitNumber(0);
    assertThat(file).doesNotExist();
  }

  @Test
  void initFileLeavesWhatIsThereUnlessToldToOverwrite() throws IOException, InterruptedException {
    Path kept = Files.writeString(directory.resolve("kept"), "1");
    Files.writeString(file, "1");
    use(
        config(file, Optional.of(new FileConfig.Initial(6, true))),
        new FileConfig(
            "kept", kept.toString(), 1, false, Optional.of(new FileConfig.Initial(6, false))));
    awaitNumber(6);
    assertThat(file).hasContent("6\n");
    assertThat(kept).hasContent("1");
  }
}
