package dev.vrrpd.bench;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How late advertisements are while 500 check scripts run every second, and how late the scripts
 * are: the time between two of the same, less the interval, vrrpd beside keepalived.
 */
@InLab
class ScriptsBench {
  private static final int SCRIPTS = 500;
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** What the first runs, all at once, and the warming up take. */
  private static final Duration AHEAD = Duration.ofSeconds(8);

  /** Whatever is heard meanwhile: who is late is not watched for longer. */
  private static final Duration WATCHED = Duration.ofSeconds(25);

  /** One daemon's. */
  private record Measured(
      Software software, int scripts, Lateness adverts, long runs, Lateness checks) {
    String advertsRow() {
      return "| %s | %d | %d | %s | %d |%n"
          .formatted(name(), scripts, adverts.nanos().size(), adverts, adverts.over(1));
    }

    private String name() {
      return software.name().toLowerCase(Locale.ROOT);
    }

    String checksRow() {
      return "| %s | %.0f | %s |%n".formatted(software, runs * 1.0 / WATCHED.toSeconds(), checks);
    }
  }

  @Test
  void scripts() throws IOException {
    Measured idle = measure(Software.VRRPD, 0);
    Measured ours = measure(Software.VRRPD, SCRIPTS);
    Measured theirs = measure(Software.KEEPALIVED, SCRIPTS);
    String page =
        page(
            idle.advertsRow() + ours.advertsRow() + theirs.advertsRow(),
            ours.checksRow() + theirs.checksRow());
    System.out.print(page);
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/scripts.md"), page);
  }

  private static Measured measure(Software software, int scripts) throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node node = lab.node("a", "10.9.0.1/24");
      node.script("check", "#!/bin/sh\necho \"$1\" > /run/lab/checks\n");
      node.exec("mkfifo", "-m", "0666", "/run/lab/checks");
      Program checks = node.start("checks", "sh", "-c", "exec cat <> /run/lab/checks");
      String configuration = software.configure(node, configuration(scripts));
      software
          .startWith(node, List.of("-n", "-l", "-f", configuration))
          .awaitLine("Entering MASTER STATE");
      pass(AHEAD);
      try (Capture capture = lab.capture()) {
        int before = checks.mark();
        pass(WATCHED);
        List<Program.Line> runs = checks.entries().subList(before, checks.mark());
        return new Measured(
            software,
            scripts,
            Lateness.of(INTERVAL, List.of(capture.adverts().map(advert -> advert.at()).toList())),
            runs.size(),
            Lateness.of(
                CHECK_INTERVAL,
                runs.stream()
                    .collect(
                        Collectors.groupingBy(
                            Program.Line::text,
                            Collectors.mapping(Program.Line::at, Collectors.toList())))
                    .values()));
      }
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static void pass(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String configuration(int scripts) {
    return """
    global_defs {
      enable_script_security
      script_user nobody
    }
    %s
    vrrp_instance VI_1 {
      interface eth0
      virtual_router_id 51
      version 3
      priority 150
      advert_int 0.1
      virtual_ipaddress {
        10.9.0.100/24
      }
      %s
    }
    """
        .formatted(
            IntStream.range(0, scripts)
                .mapToObj(
                    "vrrp_script s%1$d {\n  script \"/run/lab/check %1$d\"\n  interval 1\n}"
                        ::formatted)
                .collect(Collectors.joining("\n")),
            scripts == 0
                ? ""
                : IntStream.range(0, scripts)
                    .mapToObj("s%d"::formatted)
                    .collect(Collectors.joining("\n", "track_script {\n", "\n}")));
  }

  private static String page(String adverts, String checks) {
    return """
    # Advertisements while scripts run

    vrrpd and keepalived 2.2.7 one after the other, on two cores: an instance that advertises every 100 ms and tracks
    %d check scripts (a line of shell that writes to a FIFO) which run every second, as `nobody`, watched for %d s.

    How many advertisements there were, how much later than after its interval each is on the wire, in milliseconds, and
    how many are late by more than 1 ms:

    | daemon | scripts | advertisements | median | 99 %% | maximum | late |
    |---|---|---|---|---|---|---|
    %s
    How many runs there are in a second, and how much later than after its interval each script runs again, in
    milliseconds:

    | daemon | runs each second | median | 99 %% | maximum |
    |---|---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench scripts` (as root).
    """
        .formatted(SCRIPTS, WATCHED.toSeconds(), adverts, checks, LocalDate.now(ZoneOffset.UTC));
  }
}
