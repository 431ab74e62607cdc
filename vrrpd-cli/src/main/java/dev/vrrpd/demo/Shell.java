package dev.vrrpd.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs other programs of the system: ip(8), mount(8). */
final class Shell {
  private Shell() {}

  /** Output of a command that has to succeed. */
  static String run(String... words) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new DemoException("'" + String.join(" ", words) + "' failed: " + output.strip());
      }
      return output;
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "'%s' cannot be run".formatted(List.of(words).getFirst()), missing);
    }
  }
}
