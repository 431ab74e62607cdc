package dev.vrrpd.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that was run to its end. */
public record Command(List<String> words, int exit, String output) {

  /** Runs it; a failure is the test's failure, with what it printed. */
  static String run(List<String> words) {
    Command done = attempt(words);
    if (done.exit != 0) {
      throw new AssertionError(
          "%s: exit %d%n%s".formatted(String.join(" ", words), done.exit, done.output));
    }
    return done.output;
  }

  /** Runs it, whatever comes of it. Standard output and error come together. */
  static Command attempt(List<String> words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Command(words, process.waitFor(), output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted in " + words, stopped);
    }
  }
}
