package dev.vrrpd.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs of this machine to their end. */
final class Shell {
  /** The source tree. */
  static final Path ROOT =
      Path.of(System.getProperty("vrrpd.root", "..")).toAbsolutePath().normalize();

  /** What a program left behind. */
  record Result(List<String> words, int exit, String output) {
    /** Its output; a failure is the test's. */
    String orFail() {
      if (exit != 0) {
        throw new AssertionError(
            "%s: exit %d%n%s".formatted(String.join(" ", words), exit, output));
      }
      return output;
    }
  }

  private Shell() {}

  static String run(String... words) {
    return attempt(Map.of(), words).orFail();
  }

  /** Standard output and error come together; {@code environment} is added to this process's. */
  static Result attempt(Map<String, String> environment, String... words) {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(List.of(words), process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
