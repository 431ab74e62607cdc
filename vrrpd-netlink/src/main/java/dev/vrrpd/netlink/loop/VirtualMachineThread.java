package dev.vrrpd.netlink.loop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The JVM's own thread that stops all others, collects garbage and lets them go on. A loop that
 * waits for it among hundreds of scripts would wait for all of them: it has to be as urgent as the
 * loop. Idle otherwise.
 */
final class VirtualMachineThread {
  private static final String NAME = "VM Thread";

  private VirtualMachineThread() {}

  /** By proc(5); empty on a JVM that names it otherwise. */
  static OptionalInt id() {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        if (named(task)) {
          return OptionalInt.of(Integer.parseInt(task.getFileName().toString()));
        }
      }
    } catch (IOException _) {
      return OptionalInt.empty(); // without proc(5)
    }
    return OptionalInt.empty();
  }

  private static boolean named(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip().equals(NAME);
    } catch (IOException _) {
      return false; // it has just ended
    }
  }
}
