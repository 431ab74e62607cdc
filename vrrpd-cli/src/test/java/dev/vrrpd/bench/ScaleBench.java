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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Many instances in one daemon, vrrpd beside keepalived in one run, one after the other: how soon
 * all are Active, what the processor does, how regular the advertisements are on the wire.
 */
@InLab(programs = "cyclictest")
@Execution(ExecutionMode.SAME_THREAD)
class ScaleBench {
  private static final Path PAGE = Software.ROOT.resolve("docs/benchmarks/scale.md");
  private static final int TICKS_PER_SECOND = 100;
  private static final Duration AFTERMATH = Duration.ofSeconds(6);

  /**
   * One daemon, from {@code from} to {@code to}.
   *
   * @param others load average before
   * @param ticks of the processor, by the daemon
   * @param machine how late a program that only sleeps woke meanwhile
   */
  private record Watched(
      String others, Instant started, Instant from, Instant to, long ticks, Lateness machine) {}

  @Test
  void aThousandInstances() throws IOException, InterruptedException {
    compare(Load.THOUSAND);
  }

  @Test
  void aHundredFastInstances() throws IOException, InterruptedException {
    compare(Load.FAST);
  }

  @Test
  void besideBusyLoops() throws IOException, InterruptedException {
    compare(Load.CROWDED);
  }

  @Test
  void fastOnesBesideBusyLoops() throws IOException, InterruptedException {
    compare(Load.FAST_CROWDED);
  }

  private static void compare(Load load) throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    for (Software software : Software.values()) {
      String row = measure(load, software);
      System.out.println(row);
      rows.add(row);
    }
    publish(load, rows);
  }

  private static String measure(Load load, Software software)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node node = lab.node("a", "10.9.0.1/24");
      Node listener = lab.node("b", "10.9.0.2/24");
      for (int segment = 1; segment < load.segments(); segment++) {
        var network = lab.network();
        node.plug(network, "eth" + segment, "10.9.%d.1/24".formatted(segment));
        listener.plug(network, "eth" + segment, "10.9.%d.2/24".formatted(segment));
      }
      Program tcpdump = PacketFile.record(listener, "adverts.pcap", "ip proto 112");
      List<Program> loops = Stream.generate(() -> busyLoop(node)).limit(load.busyLoops()).toList();
      String file = software.configure(node, load.configuration());
      String machine = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
      Instant started = Instant.now();
      Program daemon = software.startWith(node, List.of("-n", "-l", "-G", "-f", file));
      awaitAllActive(load, daemon);
      // What both do once after a start is over by then: second announcements, a rehearsal.
      Thread.sleep(AFTERMATH);
      long ticks = ticks(daemon);
      Instant from = Instant.now();
      Lateness late = latenessOfTheMachine(load.watched());
      Instant to = Instant.now();
      long spent = ticks(daemon) - ticks;
      tcpdump.signal("INT");
      tcpdump.awaitExit();
      loops.forEach(Program::crash);
      daemon.terminate();
      return row(
          load,
          software,
          new Watched(machine, started, from, to, spent, late),
          AdvertFile.read(directory.resolve("b/adverts.pcap")));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  /** Every instance says so in a line of its own. */
  private static void awaitAllActive(Load load, Program daemon) {
    int mark = daemon.mark();
    while (active(daemon) < load.instances()) {
      daemon.awaitLine(mark, "MASTER STATE");
      mark = daemon.mark();
    }
  }

  private static long active(Program daemon) {
    return daemon.lines().stream().filter(line -> line.contains("MASTER STATE")).count();
  }

  private static Program busyLoop(Node node) {
    return node.start("busy", "sh", "-c", "while :; do :; done");
  }

  /** Of the processor, by the program and its children. */
  private static long ticks(Program program) throws IOException {
    ProcessHandle self = ProcessHandle.of(program.pid()).orElseThrow();
    long ticks = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(self), self.descendants()).toList()) {
      String stat = Files.readString(Path.of("/proc/" + each.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
    return ticks;
  }

  private static Lateness latenessOfTheMachine(Duration watched)
      throws IOException, InterruptedException {
    try (Metronome metronome = Metronome.start(Duration.ofMillis(10))) {
      Thread.sleep(watched);
      return metronome.stop();
    }
  }

  private static String row(Load load, Software software, Watched watched, AdvertFile adverts) {
    long begin = nanos(watched.from);
    long end = nanos(watched.to);
    double seconds = (end - begin) / 1e9;
    List<Long> jitter = adverts.jitter(load.interval().toNanos(), begin, end);
    return "| %s | %s | %s | %d | %.2f | %.1f | %.0f of %d | %.2f | %.2f | %.2f | %.2f | %.2f |"
        .formatted(
            load,
            software.name().toLowerCase(Locale.ROOT),
            watched.others,
            adverts.routers(),
            (adverts.settled() - nanos(watched.started)) / 1e9,
            100.0 * watched.ticks / TICKS_PER_SECOND / seconds,
            adverts.eachSecond(begin, end),
            load.expectedEachSecond(),
            quantile(jitter, 0.5),
            quantile(jitter, 0.99),
            quantile(jitter, 0.999),
            watched.machine.millis(0.99),
            watched.machine.millis(0.999));
  }

  private static double quantile(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  /** Takes the place of what stands there of this load. */
  private static void publish(Load load, List<String> rows) throws IOException {
    List<String> table = new ArrayList<>();
    for (Load each : Load.values()) {
      table.addAll(each == load ? rows : published(each));
    }
    Files.writeString(PAGE, page(String.join("\n", table)));
  }

  private static List<String> published(Load load) throws IOException {
    if (!Files.exists(PAGE)) {
      return List.of();
    }
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| " + load + " |"))
        .toList();
  }

  private static String page(String rows) {
    return """
    # Many instances, beside keepalived

    One daemon with all instances Active, each with one address; keepalived 2.2.7 and vrrpd's distribution with `-n -l -G`, one
    after the other in one run, on two cores. *others*: load average of the
    machine before, which tells how much of the two cores was left. *settled*: seconds from the start of the process to the first
    advertisement of the last instance, of which three intervals and a skew are RFC 9568's. vrrpd's has the
    start of a Java process in it, longer the busier the machine is. *CPU*: per cent of one
    core, of the whole process tree, once settled. *adverts*: each second on the wire, of those that are due.
    *jitter*: by how many milliseconds the distance of two advertisements of an instance was not the interval.
    *machine*: by how many milliseconds cyclictest(8), a program in C that only sleeps, with the daemon's
    scheduling, woke late at the same time: this is a virtual machine, which does not get its processors whenever it wants them.

    | load | daemon | others | Active | settled s | CPU %% | adverts | jitter p50 | p99 | p99.9 | machine p99 | p99.9 |
    |---|---|---|---|---|---|---|---|---|---|---|---|
    %s

    Measured %s. Repeat it: `bin/dev bench scale` (as root).
    """
        .formatted(rows, LocalDate.now(ZoneOffset.UTC));
  }
}
