package dev.vrrpd.netlink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.netlink.lab.Lab;
import dev.vrrpd.netlink.libc.Libc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealTimeIT {
  private static final int RT_PRIORITY = 40 - 3;
  private static final int POLICY = 41 - 3;
  private static final int SCHED_RR = 2;

  /** The fields of proc_pid_stat(5) from the third on, of the thread with this name. */
  private static List<String> stat(String thread) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      Path task =
          tasks
              .filter(t -> read(t.resolve("comm")).strip().equals(thread))
              .findFirst()
              .orElseThrow();
      String stat = read(task.resolve("stat"));
      return List.of(stat.substring(stat.lastIndexOf(") ") + 2).split(" "));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }

  @Test
  void theLoopAndTheThreadThatStopsItRunInTheRealTimeClassAndNobodyInheritsIt()
      throws IOException, InterruptedException {
    Lab.require(Libc.getuid() == 0, "root");
    var wanted =
        new Scheduling(
            OptionalInt.of(50), OptionalLong.of(10_000_000), false, OptionalInt.empty(), List.of());
    try (EventLoop loop = EventLoop.start("test-real-time", wanted, _ -> {})) {
      Lab.require(loop.scheduling().granted(), "permission to schedule in real time");
      List<String> stat = stat("test-real-time");
      assertThat(stat.get(RT_PRIORITY)).isEqualTo("50");
      assertThat(stat.get(POLICY)).isEqualTo(Integer.toString(SCHED_RR));
      assertThat(stat("VM Thread").get(RT_PRIORITY)).isEqualTo("50");
      CountDownLatch seen = new CountDownLatch(1);
      Thread offspring = new Thread(() -> waitFor(seen), "test-offspring");
      loop.execute(offspring::start);
      while (offspring.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(stat("test-offspring").get(POLICY)).isEqualTo("0");
      seen.countDown();
      offspring.join();
    }
  }

  /** There to be looked at until then. */
  private static void waitFor(CountDownLatch seen) {
    try {
      seen.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
