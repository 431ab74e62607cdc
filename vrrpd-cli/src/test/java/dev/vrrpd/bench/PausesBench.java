package dev.vrrpd.bench;

import dev.vrrpd.lab.InLab;
import dev.vrrpd.lab.Lab;
import dev.vrrpd.lab.Node;
import dev.vrrpd.lab.Program;
import dev.vrrpd.lab.Software;
import dev.vrrpd.realworld.StuckWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How long the JVM stops the daemon, and why: beside everybody it can talk to while there is
 * something to tell them, and with many fast instances. What {@code VRRPD_JAVA_OPTS} says is added
 * to the JVM's options.
 */
@InLab(programs = {"dbus-daemon", "snmpd", "curl", "bash"})
class PausesBench {
  private static final Path PAGE = Software.ROOT.resolve("docs/benchmarks/pauses.md");
  private static final String LOG = "safepoints.log";
  private static final Duration START = Duration.ofSeconds(8);
  private static final Duration WATCHED = Duration.ofSeconds(24);
  private static final int PROVOCATIONS = 30;

  @Test
  void pauses() throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    rows.addAll(everybodyTold());
    rows.addAll(fast());
    rows.forEach(System.out::println);
    Files.writeString(PAGE, page(String.join("\n", rows)));
  }

  private static List<String> everybodyTold() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try (StuckWorld world = new StuckWorld(lab, options())) {
      Thread.sleep(START);
      for (int i = 0; i < PROVOCATIONS; i++) {
        world.provoke();
        Thread.sleep(WATCHED.dividedBy(PROVOCATIONS));
      }
      return rows("everybody told", Files.readString(directory.resolve("a/" + LOG)));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static List<String> fast() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("vrrpd-bench");
    Lab lab = new Lab(directory);
    try {
      Node node = lab.node("a", "10.9.0.1/24");
      String file = Software.VRRPD.configure(node, Load.FAST.configuration());
      List<String> command = new ArrayList<>(List.of("env", "VRRPD_JAVA_OPTS=" + options()));
      command.addAll(Software.VRRPD.command(List.of("-n", "-l", "-f", file)));
      Program daemon = node.start("daemon", command);
      Thread.sleep(START.plus(WATCHED));
      daemon.terminate();
      return rows(Load.FAST.toString(), node.read(LOG));
    } finally {
      lab.close();
      lab.discard();
    }
  }

  private static String options() {
    String more = System.getenv().getOrDefault("VRRPD_JAVA_OPTS", "");
    return Safepoints.option("/run/lab/" + LOG) + " " + more;
  }

  private static List<String> rows(String what, String log) {
    Safepoints safepoints = Safepoints.read(log);
    List<String> rows = new ArrayList<>();
    rows(rows, what + ", first 8 s", safepoints.between(Duration.ZERO, START));
    rows(rows, what + ", then", safepoints.between(START, START.plus(WATCHED)));
    return rows;
  }

  private static void rows(List<String> rows, String what, Map<String, Lateness> lengths) {
    lengths.forEach((reason, each) ->
        rows.add(
            "| %s | %s | %d | %.2f | %.2f |"
                .formatted(what, reason, each.nanos().size(), each.millis(0.5), each.millis(1))));
  }

  private static String page(String rows) {
    return """
    # How long the JVM stops the daemon

    Every time that the JVM stopped all its threads, by its own account (`-Xlog:safepoint`), in milliseconds, with what
    it took until they stood. Two daemons, one after the other, each in its first %d seconds, in which everything is
    loaded, compiled and rehearsed, and in the %d seconds after them:

    - *everybody told*: one instance at 10 ms and one that goes to FAULT and comes back %d times, of which D-Bus, SNMP,
      mail, a webhook, scripts, a FIFO, a file and syslog are told, while metrics are served and a name server is asked;
    - *%s*, all Active: 10,000 advertisements a second.

    What is not in the table did not happen. `SerialCollectForAllocation` is a collection, as a rule of the young
    generation; a full one would show by its 30 to 50 ms. The machine is a virtual one and was not idle: the maxima have its absences in them.

    | | what for | how often | median | maximum |
    |---|---|---|---|---|
    %s

    What was done about it, and what was tried in vain: [pauses-measures.md](pauses-measures.md).

    Measured %s. Repeat it: `bin/dev bench pauses` (as root).
    """
        .formatted(
            START.toSeconds(),
            WATCHED.toSeconds(),
            PROVOCATIONS,
            Load.FAST,
            rows,
            LocalDate.now(ZoneOffset.UTC));
  }
}
