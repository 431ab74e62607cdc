package dev.vrrpd.bench;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A takeover with thousands of addresses: how long until all are announced, and what it does to an
 * instance beside it. vrrpd beside keepalived in one run, one after the other.
 */
@InLab
@Execution(ExecutionMode.SAME_THREAD)
class VipsBench {
  private static final int MANY = 1;
  private static final int BESIDE = 2;

  private static final String FILE = "b/takeover.pcap";

  /** Of the second announcements too, five seconds later. */
  private static final Duration AFTERMATH = Duration.ofSeconds(9);

  private static final int RUNS = Math.min(3, Integer.getInteger("vrrpd.bench.runs", 3));

  /** What one daemon did, run by run. */
  private static final class Result {
    private final Samples allAnnounced = new Samples();
    private final Samples largestGap = new Samples();
    private int announced;

    void add(Takeover takeover) {
      announced = takeover.addresses();
      allAnnounced.add(takeover.time(MANY));
      largestGap.add(takeover.largestGap(MANY, BESIDE));
    }
  }

  @Test
  void vips() throws IOException, InterruptedException {
    StringBuilder rows = new StringBuilder();
    String machine = machine();
    for (int addresses : new int[] {1_000, 10_000}) {
      Map<Software, Result> results = new EnumMap<>(Software.class);
      Samples kernel = new Samples();
      for (int run = 0; run < RUNS; run++) {
        for (Software software : Software.values()) {
          results.computeIfAbsent(software, _ -> new Result()).add(measure(addresses, software));
        }
        kernel.add(bound(addresses));
      }
      results.forEach((software, result) -> rows.append(row(addresses, software, result)));
      rows.append("| %,d | `ip -batch` | | %s | |%n".formatted(addresses, kernel));
    }
    System.out.print(rows);
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/vips.md"), page(rows, machine));
  }

  private static String row(int addresses, Software software, Result result) {
    return "| %,d | %s | %,d | %s | %s |%n"
        .formatted(
            addresses,
            software.name().toLowerCase(Locale.ROOT),
            result.announced,
            result.allAnnounced,
            result.largestGap);
  }

  private static Takeover measure(int addresses, Software software)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node node = lab.node("a", "10.9.0.1/24");
      Node listener = lab.node("b", "10.9.0.2/24");
      Program tcpdump = PacketFile.record(listener, "takeover.pcap", "ip proto 112 or arp");
      Program daemon =
          software.startWith(
              node,
              List.of("-n", "-l", "-G", "-f", software.configure(node, configuration(addresses))));
      daemon.awaitLine("\\(MANY\\) Entering MASTER STATE");
      awaitAll(directory.resolve(FILE), addresses);
      Thread.sleep(AFTERMATH);
      tcpdump.signal("INT");
      tcpdump.awaitExit();
      daemon.terminate();
      return Takeover.read(directory.resolve(FILE));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  /** However long that takes; a minute at most. */
  private static void awaitAll(Path file, int addresses) throws IOException, InterruptedException {
    for (int i = 0; i < 60 && Takeover.read(file).addresses() < addresses + 2; i++) {
      Thread.sleep(1000);
    }
  }

  /** The kernel alone, as fast as it takes addresses from ip(8). */
  private static Duration bound(int addresses) throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node node = lab.node("a", "10.9.0.1/24");
      StringBuilder commands = new StringBuilder();
      for (int i = 0; i < addresses; i++) {
        commands.append("addr add %s dev eth0%n".formatted(address(i)));
      }
      node.write("batch", commands.toString());
      long begin = System.nanoTime();
      node.exec("ip", "-batch", "batch");
      return Duration.ofNanos(System.nanoTime() - begin);
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static String machine() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
  }

  private static String address(int number) {
    return "10.%d.%d.%d/32".formatted(100 + number / 50_000, number / 250 % 200, number % 250 + 1);
  }

  /** The many come when what a start brings with it is over. */
  private static String configuration(int addresses) {
    StringBuilder excluded = new StringBuilder();
    for (int i = 0; i < addresses; i++) {
      excluded.append("    ").append(address(i)).append('\n');
    }
    return """
    vrrp_instance MANY {
      interface eth0
      virtual_router_id %d
      version 3
      priority 150
      advert_int 4
      virtual_ipaddress {
        10.9.0.100/24
      }
      virtual_ipaddress_excluded {
    %s  }
    }
    vrrp_instance BESIDE {
      interface eth0
      virtual_router_id %d
      version 3
      priority 150
      advert_int 0.1
      virtual_ipaddress {
        10.9.0.101/24
      }
    }
    """
        .formatted(MANY, excluded, BESIDE);
  }

  private static String page(CharSequence rows, String machine) {
    return """
    # Thousands of addresses, beside keepalived

    A takeover with so many `virtual_ipaddress_excluded` of /32 on one interface; keepalived 2.2.7 and vrrpd with
    `-n -l -G` in one run, in turns, on two cores, with a load of %s before it began; median / maximum of %d takeovers each.
    *all announced*: milliseconds from the first advertisement on the wire until every address has been announced
    (gratuitous ARP) at least once. *largest gap*: milliseconds between two advertisements of another instance of
    the same daemon, which sends every 100 ms, from that first advertisement until the second announcements are over.

    `ip -batch` is the bound: the time that the kernel alone takes to add the addresses. It walks all that it has on the
    interface for each of them (`perf` shows `fib_sync_up` and `__inet_insert_ifa`), so ten times as many take some forty
    times as long; a daemon adds to that the announcements, some microseconds each.

    | addresses | daemon | announced | all announced ms | largest gap ms |
    |---|---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench vips` (as root).
    """
        .formatted(machine, RUNS, rows, LocalDate.now(ZoneOffset.UTC));
  }
}
