package dev.vrrpd.netlink.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.libc.NativeMemory;
import dev.vrrpd.netlink.libc.SpawnAccess;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SpawnerTest {
  @TempDir Path directory;
  private final List<Throwable> defects = new ArrayList<>();
  private EventLoop loop;
  private Spawner spawner;

  @BeforeEach
  void open() {
    loop = EventLoop.start("test-spawner", Scheduling.NORMAL, defects::add);
    spawner = new Spawner(loop);
  }

  @AfterEach
  void close() {
    spawner.close();
    loop.close();
    assertThat(defects).isEmpty();
  }

  private record Run(ChildProcess child, CompletableFuture<ChildEnd> end) {}

  private Run start(Program program) {
    CompletableFuture<ChildEnd> end = new CompletableFuture<>();
    ChildProcess child =
        CompletableFuture.supplyAsync(() -> spawner.spawn(program, end::complete), loop::execute)
            .join();
    return new Run(child, end);
  }

  private static Program shell(String script, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    argv.addAll(List.of(arguments));
    return new Program(
        "/bin/sh", argv, List.of("PATH=/usr/bin:/bin", "WORD=a b"), Identity.Own.OWN);
  }

  private void signal(Run run, int signal) {
    CompletableFuture.runAsync(() -> run.child().signal(signal), loop::execute).join();
  }

  /** Waits for what another process does; it takes milliseconds. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  @Test
  void theExitCodeIsTold() {
    assertThat(start(shell("exit 3")).end().join()).isEqualTo(new ChildEnd.Exited(3));
    assertThat(start(shell("exit 0")).end().join()).isEqualTo(new ChildEnd.Exited(0));
  }

  @Test
  void theSignalThatEndedItIsTold() {
    assertThat(start(shell("kill -ABRT $$")).end().join()).isEqualTo(new ChildEnd.Signalled(6));
  }

  @Test
  void aProgramThatIsNotThereNeverStarts() {
    var program = new Program("/nonexistent/check", List.of("check"), List.of(), Identity.Own.OWN);
    assertThat(start(program).end().join())
        .isEqualTo(new ChildEnd.NotStarted("posix_spawn", 2, "No such file or directory"));
  }

  @Test
  void argumentsAndEnvironmentArriveAsTheyAre() throws IOException {
    Path out = directory.resolve("out");
    ChildEnd end =
        start(shell("printf '%s|' \"$@\" \"$WORD\" > \"$1\"", out.toString(), "", "ü $X"))
            .end()
            .join();
    assertThat(end).isEqualTo(new ChildEnd.Exited(0));
    assertThat(Files.readString(out)).isEqualTo(out + "||ü $X|a b|");
  }

  @Test
  void theChildLeadsAGroupWithNothingToReadOrWriteAndNoSignalIgnored() throws IOException {
    Path out = directory.resolve("out");
    Run run =
        start(
            shell(
                "group=$(cut -d' ' -f5 /proc/$$/stat);"
                    + " files=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2);"
                    + " signals=$(grep -E '^Sig(Blk|Ign)' /proc/$$/status);"
                    + " printf '%s\\n' \"$group\" \"$files\" \"$signals\" > $1",
                out.toString()));
    assertThat(run.end().join()).isEqualTo(new ChildEnd.Exited(0));
    // Signals 32 and 33 belong to the C library, which ignores them in a child.
    assertThat(Files.readString(out))
        .matches(
            run.child().pid()
                + "\n/dev/null\n/dev/null\n/dev/null\n"
                + "SigBlk:\t0{16}\nSigIgn:\t0{7}[01][08]0{7}\n");
  }

  /** The fourth is the directory that ls reads. */
  private static final String THREE_OPEN = "0\n1\n2\n3\n";

  @Test
  void noOtherDescriptorIsOpenInTheChild() throws IOException {
    Path out = directory.resolve("out");
    assertThat(start(shell("exec ls /proc/self/fd > $1", out.toString())).end().join())
        .isEqualTo(new ChildEnd.Exited(0));
    assertThat(Files.readString(out)).isEqualTo(THREE_OPEN);
  }

  @Test
  void descriptorsAreClosedOneByOneWhereTheLibraryCannotCloseARange() throws IOException {
    Path out = directory.resolve("out");
    int pid =
        SpawnAccess.startClosingEach(
            "/bin/sh", List.of("sh", "-c", "exec ls /proc/self/fd > $1", "sh", out.toString()));
    int exited = 4;
    assertThat(Libc.waitid(pid, NativeMemory.allocate(128), exited)).isZero();
    assertThat(Files.readString(out)).isEqualTo(THREE_OPEN);
  }

  @Test
  void aSignalReachesTheWholeGroupAndWhoeverIgnoresItDiesWithItsLeader() throws Exception {
    Path out = directory.resolve("out");
    Run run =
        start(
            shell(
                "(trap '' TERM; echo $$ > $1.tmp; mv $1.tmp $1; while :; do sleep 1000; done) &"
                    + " echo $! > $1.new; mv $1.new $1.pid; wait",
                out.toString()));
    await(() -> Files.exists(out) && Files.exists(Path.of(out + ".pid")));
    long stubborn = Long.parseLong(Files.readString(Path.of(out + ".pid")).strip());
    signal(run, Libc.SIGTERM);
    assertThat(run.end().join()).isEqualTo(new ChildEnd.Signalled(Libc.SIGTERM));
    await(() -> !alive(stubborn));
  }

  private static boolean alive(long pid) {
    try {
      return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void aSignalBeforeTheStartIsNotLost() {
    CompletableFuture<ChildEnd> end = new CompletableFuture<>();
    loop.execute(() -> spawner.spawn(shell("sleep 1000"), end::complete).signal(Libc.SIGKILL));
    assertThat(end.join()).isEqualTo(new ChildEnd.Signalled(Libc.SIGKILL));
  }

  @Test
  void aSignalAfterTheEndDoesNothing() {
    Run run = start(shell("exit 0"));
    assertThat(run.end().join()).isEqualTo(new ChildEnd.Exited(0));
    signal(run, Libc.SIGKILL);
  }
}
