package dev.vrrpd.netlink.loop;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The threads of this process as the kernel knows them, by proc(5). */
final class Threads {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String VIRTUAL_MACHINE = "VM Thread";

  private Threads() {}

  /** Of all of them; none without proc(5). */
  static List<Integer> ids() {
    List<Integer> ids = new ArrayList<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      tasks.forEach(task -> ids.add(Integer.valueOf(task.getFileName().toString())));
    } catch (IOException | DirectoryIteratorException _) {
      return ids;
    }
    return ids;
  }

  /**
   * The JVM's own thread that stops all others, collects garbage and lets them go on. A loop that
   * waits for it among hundreds of scripts would wait for all of them: it has to be as urgent as
   * the loop. Idle otherwise. Empty on a JVM that names it otherwise.
   */
  static OptionalInt virtualMachine() {
    return ids().stream().filter(Threads::isVirtualMachine).mapToInt(Integer::intValue).findFirst();
  }

  private static boolean isVirtualMachine(int id) {
    try {
      return Files.readString(TASKS.resolve(id + "/comm")).strip().equals(VIRTUAL_MACHINE);
    } catch (IOException _) {
      return false; // it has just ended
    }
  }
}
