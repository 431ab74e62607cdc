package dev.vrrpd.bench;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Software;
import dev.vrrpd.realworld.StuckWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How late advertisements of 10 ms are while everybody the daemon talks to is stuck, beside the
 * same daemon undisturbed: the time between two of them on the wire, less the interval.
 */
@InLab(programs = {"dbus-daemon", "snmpd", "curl", "bash", "cyclictest"})
class StuckBench {
  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final int ADVERTS = 3000;

  /** While everybody is stuck, so often something happens that they are told of. */
  private static final int PROVOCATIONS = 10;

  @Test
  void stuck() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try (StuckWorld world = new StuckWorld(lab)) {
      String undisturbed = rows("everybody well", lab, world);
      world.freeze();
      String rows = undisturbed + rows("everybody stuck", lab, world);
      List<String> losses = new ArrayList<>(world.losses());
      world.thaw();
      world.provoke();
      losses.add(world.missedBySyslog().replaceFirst(".*: ", "syslog: "));
      String page = page(rows, String.join("\n", losses));
      System.out.print(page);
      Files.writeString(Software.ROOT.resolve("docs/benchmarks/stuck.md"), page);
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static String rows(String what, Lab lab, StuckWorld world)
      throws IOException, InterruptedException {
    try (Capture capture = lab.capture();
        Metronome metronome = Metronome.start(INTERVAL)) {
      for (int i = 0; i < PROVOCATIONS; i++) {
        world.provoke();
      }
      for (int advert = 0; advert < ADVERTS; advert++) {
        capture.awaitAdvertFrom("10.0.0.1");
      }
      List<Instant> moments =
          capture.adverts(StuckWorld.VRID).limit(ADVERTS).map(Frame.Advert::at).toList();
      return row(what, Lateness.of(INTERVAL, List.of(moments)))
          + row("the machine meanwhile", metronome.stop());
    }
  }

  private static String row(String what, Lateness late) {
    return "| %s | %.3f | %.3f | %.3f | %.3f |%n"
        .formatted(what, late.millis(0.5), late.millis(0.99), late.millis(0.999), late.millis(1));
  }

  private static String page(String rows, String losses) {
    return """
    # Advertisements in a stuck world

    How much later than after its interval of 10 ms each of %d advertisements is on the wire, in milliseconds:
    with everybody well, and with everybody stuck: D-Bus, snmpd and the mail server stopped by SIGSTOP (the last still
    accepts connections and says nothing), a name server that never answers a webhook's host name nor a check, notification
    scripts that hang, a notify FIFO that is full, a log file that is a full FIFO, a syslog socket that nobody reads, and a
    client of the metrics that never reads. Meanwhile a second virtual router goes to FAULT and comes back %d times, so that
    there is something to tell them all.

    *The machine*: how late cyclictest(8) woke, a program in C that does nothing but sleep 10 ms again and again, with the
    daemon's scheduling, at the same time. A virtual machine does not get its processors whenever it wants them.

    | | median | 99 %% | 99.9 %% | maximum |
    |---|---|---|---|---|
    %s
    What was lost, as the metrics and the log count it:

    ```
    %s
    ```

    Measured %s. Repeat it: `bin/dev bench stuck` (as root).
    """
        .formatted(ADVERTS, PROVOCATIONS, rows, losses, LocalDate.now(ZoneOffset.UTC));
  }
}
