package dev.vrrpd.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the machine does meanwhile to a program in C that does nothing but sleep, as urgent as the
 * daemon: cyclictest(8). As late as that, every daemon on this machine is now and then.
 */
final class Metronome implements AutoCloseable {
  private static final int LONGEST_MICROS = 200_000;

  private final Path histogram;
  private final Process cyclictest;

  private Metronome(Path histogram, Process cyclictest) {
    this.histogram = histogram;
    this.cyclictest = cyclictest;
  }

  static Metronome start(Duration interval) throws IOException {
    Path histogram = Files.createTempFile("vrrpd-bench", ".histogram");
    return new Metronome(
        histogram,
        new ProcessBuilder(
                "cyclictest",
                "--quiet",
                "--mlockall",
                "--policy=rr",
                "--priority=50",
                "--interval=" + interval.toNanos() / 1000,
                "--histogram=" + LONGEST_MICROS)
            .redirectOutput(histogram.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Ends it: how late it woke, each time. */
  Lateness stop() throws IOException, InterruptedException {
    cyclictest.destroy();
    cyclictest.waitFor();
    List<Long> late = new ArrayList<>();
    for (String line : Files.readAllLines(histogram)) {
      String[] columns = line.split(" ", -1); // microseconds, how often
      if (columns.length == 2 && !columns[0].equals("#")) {
        late.addAll(
            Collections.nCopies(Integer.parseInt(columns[1]), Long.parseLong(columns[0]) * 1000));
      }
    }
    return new Lateness(late);
  }

  @Override
  public void close() throws IOException {
    cyclictest.destroy();
    Files.delete(histogram);
  }
}
