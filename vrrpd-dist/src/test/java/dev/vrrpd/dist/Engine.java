package dev.vrrpd.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the Docker engine runs: this machine, or a network namespace of its own. */
final class Engine {
  private Engine() {}

  /** Runs a line of shell as somebody at a terminal there does. */
  static Shell.Result type(String line, Map<String, String> environment) {
    List<String> words = new ArrayList<>(entering());
    words.addAll(List.of("script", "-qefc", line, "/dev/null"));
    return Shell.attempt(environment, words.toArray(String[]::new));
  }

  private static List<String> entering() {
    String socket = System.getenv("DOCKER_HOST").substring("unix://".length());
    Path pid = Path.of(socket).resolveSibling("dockerd.pid");
    try {
      return Files.exists(pid)
          ? List.of("nsenter", "--net", "-t", Files.readString(pid).strip())
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
