package dev.vrrpd.bench;

import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.lab.Capture;
import dev.vrrpd.lab.Frame;
import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How much longer than RFC 9568 allows a failover takes, vrrpd beside keepalived in one run: from
 * the last word of the old Active router to the first advertisement of the new one, by the kernel's
 * time stamps on the switch, less Active_Down_Interval (after a farewell less Skew_Time). Both
 * daemons are started afresh for every failover: it is the first in the life of each.
 */
@InLab
class FailoverBench {
  static final int BACKUP_PRIORITY = 100;

  private static final IpAddress ACTIVE = IpAddress.of("10.9.0.1");
  private static final IpAddress BACKUP = IpAddress.of("10.9.0.2");
  private static final int RUNS = Integer.getInteger("vrrpd.bench.runs", 10);

  /** Long enough for both to have started in full. */
  private static final Duration AT_WORK = Duration.ofSeconds(4);

  private static final List<Duration> INTERVALS =
      List.of(Duration.ofMillis(10), Duration.ofSeconds(1));

  @Test
  void failover() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Duration interval : INTERVALS) {
      for (Provocation provocation : Provocation.values()) {
        Map<Software, Samples> samples = new EnumMap<>(Software.class);
        for (int run = 0; run < RUNS; run++) {
          for (Software software : Software.values()) {
            samples
                .computeIfAbsent(software, _ -> new Samples())
                .add(excess(software, interval, provocation));
          }
        }
        String row =
            "| %s | %s s | %s | %s |%n"
                .formatted(
                    provocation,
                    interval.toMillis() / 1000.0,
                    samples.get(Software.VRRPD),
                    samples.get(Software.KEEPALIVED));
        System.out.print(row);
        table.append(row);
      }
    }
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/failover.md"), page(table));
  }

  private static Duration excess(Software software, Duration interval, Provocation provocation)
      throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node a = lab.node("a", ACTIVE + "/24");
      Node b = lab.node("b", BACKUP + "/24");
      Capture capture = lab.capture();
      start(software, b, BACKUP_PRIORITY, interval).awaitLine("Entering BACKUP STATE");
      Program active = start(software, a, 150, interval);
      Instant atWork = capture.awaitAdvertFrom(ACTIVE.toString()).at().plus(AT_WORK);
      capture.awaitAdvert(capture.mark(), advert -> advert.at().isAfter(atWork));
      int mark = capture.mark();
      provocation.happenTo(a, active);
      Frame.Advert first = capture.awaitAdvert(mark, advert -> advert.source().equals(BACKUP));
      Duration silence = Duration.between(lastWord(capture, provocation, first).at(), first.at());
      return silence.minus(provocation.limit(interval));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static Frame.Advert lastWord(
      Capture capture, Provocation provocation, Frame.Advert successor) {
    return capture
        .adverts()
        .filter(advert -> advert.source().equals(ACTIVE))
        .filter(advert -> advert.at().isBefore(successor.at()))
        .filter(advert -> !provocation.farewell() || advert.priority() == 0)
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("the Active router never spoke"));
  }

  private static Program start(Software software, Node node, int priority, Duration interval) {
    String configuration =
        software.configure(
            node,
            """
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              version 3
              priority %d
              advert_int %s
              virtual_ipaddress {
                10.9.0.100/24
              }
            }
            """
                .formatted(priority, interval.toMillis() / 1000.0));
    return software.startWith(node, List.of("-n", "-l", "-G", "-f", configuration));
  }

  private static String page(CharSequence rows) {
    return """
    # Failover, beside keepalived

    Excess over what RFC 9568 allows, in milliseconds, median / maximum of %d failovers each: from the last
    word of the old Active router to the first advertisement of the new one, on the wire, less
    Active_Down_Interval (after a farewell less Skew_Time). Each failover is the first in the life of both
    processes, after four seconds of advertisements. keepalived 2.2.7 and vrrpd with `-n -l -G` in one run, alternating, on two cores.

    | event | interval | vrrpd | keepalived |
    |---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench failover` (as root; `VRRPD_BENCH_RUNS=10`).
    """
        .formatted(RUNS, rows, LocalDate.now(ZoneOffset.UTC));
  }
}
