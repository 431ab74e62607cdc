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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How long it takes until a router whose {@code track_bfd} session dies has resigned, and until its
 * Backup speaks: from the last BFD packet of FRR's bfdd, by the kernel's time stamps. 3 x 10 ms,
 * advertisements every 100 ms, vrrpd beside keepalived. Then how late the BFD packets of all three
 * are while nothing happens.
 */
@InLab(programs = {"../lib/frr/bfdd", "tcpdump"})
class BfdBench {
  private static final IpAddress ACTIVE = IpAddress.of("10.9.0.1");
  private static final IpAddress BACKUP = IpAddress.of("10.9.0.2");
  private static final String GATEWAY = "10.9.0.3";
  private static final int RUNS = Integer.getInteger("vrrpd.bench.runs", 10);

  private static final Duration INTERVAL = Duration.ofMillis(10);

  /** What comes up and warms up takes. */
  private static final Duration AHEAD = Duration.ofSeconds(4);

  private static final Duration WATCHED = Duration.ofSeconds(20);
  private static final String TRACKING = "track_bfd {\n    gateway\n  }";

  private record Failover(Duration detection, Duration takeover) {}

  @Test
  void bfd() throws IOException {
    Map<Software, Samples> detections = new EnumMap<>(Software.class);
    Map<Software, Samples> takeovers = new EnumMap<>(Software.class);
    for (int run = 0; run < RUNS; run++) {
      for (Software software : Software.values()) {
        Failover failover = failover(software);
        detections.computeIfAbsent(software, _ -> new Samples()).add(failover.detection);
        takeovers.computeIfAbsent(software, _ -> new Samples()).add(failover.takeover);
      }
    }
    String rows =
        "| priority 0 is sent | %s | %s |%n| the Backup speaks | %s | %s |%n"
            .formatted(
                detections.get(Software.VRRPD),
                detections.get(Software.KEEPALIVED),
                takeovers.get(Software.VRRPD),
                takeovers.get(Software.KEEPALIVED));
    String page = page(rows, packets(Software.VRRPD) + packets(Software.KEEPALIVED));
    System.out.print(page);
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/bfd.md"), page);
  }

  /** The packets of a daemon, and of the bfdd it talks to. */
  private static String packets(Software software) throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node a = lab.node("a", ACTIVE + "/24");
      Node gateway = lab.node("gateway", GATEWAY + "/24");
      bfdd(gateway);
      start(software, a, 150, TRACKING).awaitLine("Entering MASTER STATE");
      pass(AHEAD);
      Program tcpdump = PacketFile.record(gateway, "bfd.pcap", "udp port 3784");
      pass(WATCHED);
      tcpdump.signal("INT");
      tcpdump.awaitExit();
      BfdFile packets = BfdFile.read(directory.resolve("gateway/bfd.pcap"));
      String daemon = software.name().toLowerCase(Locale.ROOT);
      return row(daemon, packets.from(ACTIVE))
          + row("bfdd, beside " + daemon, packets.from(IpAddress.of(GATEWAY)));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static String row(String who, List<Instant> moments) {
    Lateness late = Lateness.of(INTERVAL, List.of(moments));
    return "| %s | %d | %.3f | %.3f | %.3f | %.3f |%n"
        .formatted(
            who,
            moments.size(),
            late.millis(0.5),
            late.millis(0.99),
            late.millis(0.999),
            late.millis(1));
  }

  private static void pass(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Failover failover(Software software) throws IOException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node a = lab.node("a", ACTIVE + "/24");
      Node b = lab.node("b", BACKUP + "/24");
      Node gateway = lab.node("gateway", GATEWAY + "/24");
      Capture capture = lab.capture();
      Program bfdd = bfdd(gateway);
      Program packets =
          gateway.start(
              "packets",
              "tcpdump",
              "-l",
              "-n",
              "-tt",
              "-i",
              "eth0",
              "udp port 3784 and src " + GATEWAY);
      packets.awaitLine("listening");
      start(software, b, 100, "").awaitLine("Entering BACKUP STATE");
      start(software, a, 150, TRACKING).awaitLine("Entering MASTER STATE");
      capture.awaitAdvertFrom(ACTIVE.toString());
      capture.awaitAdvertFrom(ACTIVE.toString());
      pass(AHEAD); // keepalived's session takes seconds to come to its pace
      int mark = capture.mark();
      bfdd.crash();
      Frame.Advert farewell =
          capture.awaitAdvert(
              mark, advert -> advert.source().equals(ACTIVE) && advert.priority() == 0);
      Frame.Advert first = capture.awaitAdvert(mark, advert -> advert.source().equals(BACKUP));
      Instant last = lastBefore(packets, farewell.at());
      return new Failover(
          Duration.between(last, farewell.at()), Duration.between(last, first.at()));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  /** {@code 1795247132.044803 IP 10.9.0.3.49152 > ...}. */
  private static Instant lastBefore(Program packets, Instant end) {
    packets.terminate();
    return packets.lines().stream()
        .filter(line -> line.contains(" IP " + GATEWAY))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .map(BfdBench::instant)
        .filter(instant -> instant.isBefore(end))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("bfdd never spoke"));
  }

  private static Instant instant(String epoch) {
    int point = epoch.indexOf('.');
    return Instant.ofEpochSecond(
        Long.parseLong(epoch.substring(0, point)),
        Long.parseLong(epoch.substring(point + 1)) * 1000);
  }

  private static Program bfdd(Node node) {
    node.exec("sh", "-c", "mkdir -p /run/frr && chown frr:frr /run/frr");
    node.write(
        "bfdd.conf",
        """
        bfd
         peer %s local-address %s
          receive-interval 10
          transmit-interval 10
          detect-multiplier 3
          no shutdown
         !
        !
        """
            .formatted(ACTIVE, GATEWAY));
    return node.start("bfdd", "/usr/lib/frr/bfdd", "-f", "/run/lab/bfdd.conf", "-A", "127.0.0.1");
  }

  private static Program start(Software software, Node node, int priority, String tracking) {
    String session =
        tracking.isEmpty()
            ? ""
            : """
            bfd_instance gateway {
              neighbor_ip %s
              source_ip %s
              min_rx 10
              min_tx 10
              multiplier 3
            }
            """
                .formatted(GATEWAY, ACTIVE);
    String configuration =
        software.configure(
            node,
            """
            %s
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 51
              version 3
              priority %d
              advert_int 0.1
              virtual_ipaddress {
                10.9.0.100/24
              }
              %s
            }
            """
                .formatted(session, priority, tracking));
    return software.startWith(node, List.of("-n", "-l", "-f", configuration));
  }

  private static String page(String rows, String packets) {
    return """
    # Failover by BFD, beside keepalived

    A router tracks a BFD session of 3 x 10 ms with a gateway (FRR's bfdd), which is killed. Milliseconds since the
    gateway's last BFD packet on the wire, median / maximum of %d failovers each; advertisements every 100 ms, so
    that a Backup of priority 100 waits 60.9 ms after a farewell. keepalived 2.2.7 and vrrpd in one run,
    alternating, on two cores.

    | event | vrrpd | keepalived |
    |---|---|---|
    %s
    The sessions at rest, watched for %d s: how much later than 10 ms after the one before it each BFD packet arrives, in
    milliseconds. RFC 5880 section 6.8.7 has each of them sent up to a quarter of the interval early, at random: nobody
    is late below 0.

    | who speaks | packets | median | 99 %% | 99.9 %% | maximum |
    |---|---|---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench bfd` (as root; `VRRPD_BENCH_RUNS=10`).
    """
        .formatted(RUNS, rows, WATCHED.toSeconds(), packets, LocalDate.now(ZoneOffset.UTC));
  }
}
