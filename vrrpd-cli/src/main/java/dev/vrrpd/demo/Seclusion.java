package dev.vrrpd.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs this program once more inside network, mount and process namespaces of its own (and a user
 * namespace, for whoever is not root): whatever it builds there, it ends with it.
 */
final class Seclusion {
  private static final String MARK = "vrrpd.demo.secluded";

  private Seclusion() {}

  static boolean inside() {
    return Boolean.getBoolean(MARK);
  }

  /** Exit status of the same command, run inside. */
  static int enter() throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare"));
    if (!root()) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    command.addAll(List.of("--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"));
    command.addAll(OwnProgram.again("-D" + MARK + "=true"));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException missing) {
      throw new DemoException(
          "the demo needs unshare and setpriv (package util-linux): " + missing.getMessage());
    }
  }

  private static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException unknown) {
      return false;
    }
  }
}
