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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How long {@code --config-test} takes for 10,000 instances and how much memory the process has had
 * at most, beside keepalived: the whole program, from exec to its exit status.
 */
@InLab
class ConfigBench {
  private static final int LINKS = 40;
  private static final int ON_EACH_LINK = 250;

  /** A run takes seconds and differs little from the next: half as many as elsewhere. */
  private static final int RUNS = Math.ceilDiv(Integer.getInteger("vrrpd.bench.runs", 10), 2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  @Test
  void config(Lab lab) throws IOException {
    Node node = lab.node("a", "10.9.0.1/24");
    for (int link = 0; link < LINKS; link++) {
      node.exec("ip", "link", "add", "d" + link, "type", "veth", "peer", "name", "peer" + link);
    }
    String written = node.write("written.conf", written()).toString();
    String looped = node.write("looped.conf", looped()).toString();
    StringBuilder rows = new StringBuilder();
    for (Software software : Software.values()) {
      rows.append(row(software, node, "written out, 80,000 lines", written));
      rows.append(row(software, node, "two loops, 9 lines", looped));
    }
    System.out.print(rows);
    Files.writeString(Software.ROOT.resolve("docs/benchmarks/config.md"), page(rows));
  }

  private static String row(Software software, Node node, String what, String file) {
    Samples took = new Samples();
    Samples computed = new Samples();
    long most = 0;
    for (int run = 0; run < RUNS; run++) {
      Program program = software.startWith(node, List.of("-t", "-f", file));
      long begun = System.nanoTime();
      long memory = 0;
      Duration computing = Duration.ZERO;
      while (program.alive()) {
        memory = peak(program.pid()).orElse(memory);
        computing = computing(program.pid()).orElse(computing);
        sleep();
      }
      took.add(Duration.ofNanos(System.nanoTime() - begun));
      computed.add(computing);
      if (program.awaitExit() != 0) {
        throw new AssertionError(software + " minds " + file + ": " + program.lines());
      }
      most = Math.max(most, memory);
    }
    return "| %s | %s | %s | %s | %.0f |%n"
        .formatted(software, what, took, computed, most / 1024.0);
  }

  /** The process is somebody else's: only looking again shows how it has grown. */
  private static void sleep() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Most memory so far, in kB; none if the process is gone. */
  private static OptionalLong peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }

  /** Of all its threads, in the hundredths that proc(5) counts; none if the process is gone. */
  private static Optional<Duration> computing(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
  }

  private static String written() {
    return IntStream.range(0, LINKS)
        .boxed()
        .flatMap(link ->
            IntStream.rangeClosed(1, ON_EACH_LINK)
                .mapToObj(vrid -> INSTANCE.replace("$L", "" + link).replace("$V", "" + vrid)))
        .collect(Collectors.joining());
  }

  private static String looped() {
    String body =
        INSTANCE.replace("$L", "${L}").replace("$V", "${V}").strip().replace("\n", " \\\n");
    return "$BODY= \\\n%s\n~SEQ(L, 0, %d) ~SEQ(V, 1, %d) $BODY\n"
        .formatted(body, LINKS - 1, ON_EACH_LINK);
  }

  private static final String INSTANCE =
      """
      vrrp_instance V_$L_$V {
        interface d$L
        virtual_router_id $V
        priority 150
        virtual_ipaddress {
          10.$L.1.$V/24
        }
      }
      """;

  private static String page(CharSequence rows) {
    return """
    # Reading 10,000 instances, beside keepalived

    `--config-test` from exec to its exit status 0: time that passed and time on a processor in milliseconds,
    median / maximum of %d runs, and the most memory the process has had, in MB. keepalived 2.2.7 and vrrpd one after
    the other, on two cores.

    | program | configuration | passed | computing | memory |
    |---|---|---|---|---|
    %s
    Measured %s. Repeat it: `bin/dev bench config` (as root; `VRRPD_BENCH_RUNS=10`).
    """
        .formatted(RUNS, rows, LocalDate.now(ZoneOffset.UTC));
  }
}
