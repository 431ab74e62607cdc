package dev.vrrpd.netlink.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.netlink.lab.Lab;
import dev.vrrpd.netlink.libc.Libc;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.Scheduling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class IdentityIT {
  private static final String REPORT =
      "grep -E '^(Uid|Gid|Groups|CapEff|CapPrm|CapInh|CapAmb)' /proc/self/status > $1";

  @TempDir Path directory;

  private ChildEnd run(Identity identity, String script, String argument) {
    try (EventLoop loop = EventLoop.start("test-identity", Scheduling.NORMAL, _ -> {});
        Spawner spawner = new Spawner(loop)) {
      CompletableFuture<ChildEnd> end = new CompletableFuture<>();
      var program =
          new Program(
              "/bin/sh",
              List.of("sh", "-c", script, "sh", argument),
              List.of("PATH=/usr/bin:/bin"),
              identity);
      loop.execute(() -> spawner.spawn(program, end::complete));
      return end.join();
    }
  }

  private Path writableByAll(String name) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    return directory.resolve(name);
  }

  @Test
  void aChildHasItsUsersIdentityAndNothingOfTheDaemons() throws IOException {
    Lab.require(Libc.getuid() == 0, "root");
    Path out = writableByAll("out");
    Identity nobody = new Identity.User(65534, 65533, List.of(65532, 65534));
    assertThat(run(nobody, REPORT, out.toString())).isEqualTo(new ChildEnd.Exited(0));
    assertThat(Files.readString(out).replaceAll(" \n", "\n"))
        .isEqualTo(
            """
            Uid:\t65534\t65534\t65534\t65534
            Gid:\t65533\t65533\t65533\t65533
            Groups:\t65532 65534
            CapInh:\t0000000000000000
            CapPrm:\t0000000000000000
            CapEff:\t0000000000000000
            CapAmb:\t0000000000000000
            """);
  }

  @Test
  void theDaemonKeepsItsOwnAndNoThreadKeepsAnothers() throws IOException {
    Lab.require(Libc.getuid() == 0, "root");
    Path out = writableByAll("out");
    Identity nobody = new Identity.User(65534, 65534, List.of());
    assertThat(run(nobody, "exit 0", "")).isEqualTo(new ChildEnd.Exited(0));
    assertThat(run(Identity.Own.OWN, "cut -d' ' -f1 /proc/$$/stat > $1", out.toString()))
        .isEqualTo(new ChildEnd.Exited(0));
    assertThat(Libc.getuid()).isZero();
    assertThat(Files.getAttribute(out, "unix:uid")).isEqualTo(0);
    try (var threads = Files.list(Path.of("/proc/self/task"))) {
      assertThat(threads).allMatch(IdentityIT::ofRootOrGone);
    }
  }

  private static boolean ofRootOrGone(Path task) {
    try {
      return Files.readString(task.resolve("status")).contains("Uid:\t0\t0\t0\t0");
    } catch (IOException gone) {
      return true;
    }
  }

  @Test
  void whatTheUserMayNotRunDoesNotStart() throws IOException {
    Lab.require(Libc.getuid() == 0, "root");
    Path script = writableByAll("script");
    Files.writeString(script, "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    try (EventLoop loop = EventLoop.start("test-identity", Scheduling.NORMAL, _ -> {});
        Spawner spawner = new Spawner(loop)) {
      CompletableFuture<ChildEnd> end = new CompletableFuture<>();
      var program =
          new Program(
              script.toString(),
              List.of("script"),
              List.of(),
              new Identity.User(65534, 65534, List.of()));
      loop.execute(() -> spawner.spawn(program, end::complete));
      assertThat(end.join())
          .isEqualTo(new ChildEnd.NotStarted("posix_spawn", 13, "Permission denied"));
    }
  }
}
