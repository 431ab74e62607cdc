package dev.vrrpd.bench;

import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How late advertisements are while 500 check scripts run every second: the time between two of
 * them on the wire, less the interval, vrrpd beside keepalived.
 */
@InLab
class ScriptsBench {
  private static final int SCRIPTS = 500;
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final int ADVERTS = 300;
  private static final Duration EXPECTED_TO_TAKE = INTERVAL.multipliedBy(ADVERTS);

  @Test
  void scripts() throws IOException {
    String rows =
        row("none", 0, Software.VRRPD)
            + row(Integer.toString(SCRIPTS), SCRIPTS, Software.VRRPD)
            + row(Integer.toString(SCRIPTS), SCRIPTS, Software.KEEPALIVED);
    System.out.print(rows);
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/scripts.md"), page(rows));
  }

  private static String row(String scripts, int count, Software software) throws IOException {
    WireLateness late = lateness(software, count);
    return "| %s | %s | %.3f | %.3f | %.3f |%n"
        .formatted(software, scripts, late.millis(0.5), late.millis(0.99), late.millis(1));
  }

  private static WireLateness lateness(Software software, int scripts) throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node node = lab.node("a", "10.9.0.1/24");
      Capture capture = lab.capture();
      String configuration = software.configure(node, configuration(scripts));
      software
          .startWith(node, List.of("-n", "-l", "-f", configuration))
          .awaitLine("Entering MASTER STATE");
      for (int advert = 0; advert < ADVERTS; advert++) {
        capture.awaitAdvertFrom("10.9.0.1");
      }
      return WireLateness.of(capture.adverts().toList(), INTERVAL);
    } finally {
      lab.close();
      lab.discard();
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
                .mapToObj("vrrp_script s%d {\n  script /bin/true\n  interval 1\n}"::formatted)
                .collect(Collectors.joining("\n")),
            scripts == 0
                ? ""
                : IntStream.range(0, scripts)
                    .mapToObj("s%d"::formatted)
                    .collect(Collectors.joining("\n", "track_script {\n", "\n}")));
  }

  private static String page(String rows) {
    return """
    # Advertisements while scripts run

    How much later than after its interval of 100 ms each of %d advertisements (%d s) is on the wire, in
    milliseconds, while check scripts (`/bin/true`) run every second. vrrpd and keepalived 2.2.7 one after the
    other, on two cores.

    | daemon | scripts | median | 99 %% | maximum |
    |---|---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench scripts` (as root).
    """
        .formatted(ADVERTS, EXPECTED_TO_TAKE.toSeconds(), rows, LocalDate.now(ZoneOffset.UTC));
  }
}
