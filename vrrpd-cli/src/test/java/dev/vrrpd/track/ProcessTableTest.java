package dev.vrrpd.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.ProcessCountConfig.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code /proc} of our own making; what counts is what keepalived 2.2.7 counts. */
class ProcessTableTest {
  @TempDir private Path proc;

  private ProcessTable table;

  @BeforeEach
  void populate() throws IOException {
    process(10, "sleep", 'S', "./sleep", "100");
    process(11, "sleep", 'Z');
    process(12, "a) (odd", 'R', "/bin/odd");
    process(13, "averyveryverylo", 'S', "./averyveryverylongname");
    Files.createDirectory(proc.resolve("self"));
    table = new ProcessTable(proc);
  }

  private void process(int pid, String name, char state, String... arguments) throws IOException {
    Path process = Files.createDirectories(proc.resolve(Integer.toString(pid)));
    Files.writeString(process.resolve("stat"), "%d (%s) %c 1 1".formatted(pid, name, state));
    Files.writeString(
        process.resolve("cmdline"),
        arguments.length == 0 ? "" : String.join("\0", arguments) + "\0");
  }

  private static ProcessCountConfig config(String name, Match match, String... command) {
    return new ProcessCountConfig(
        name,
        List.of(command),
        match,
        0,
        false,
        1,
        OptionalInt.empty(),
        Duration.ZERO,
        Duration.ZERO);
  }

  @Test
  void namesAndArgumentsAreComparedAsKeepalivedDoes() {
    table.use(
        List.of(
            config("name", Match.NAME, "sleep"),
            config("path", Match.NAME, "/bin/sleep"),
            config("long", Match.NAME, "averyveryverylongname"),
            config("odd", Match.NAME, "a) (odd"),
            config("program", Match.PROGRAM, "./sleep"),
            config("other program", Match.PROGRAM, "sleep"),
            config("exact", Match.EXACT, "./sleep", "100"),
            config("none", Match.EXACT, "./sleep"),
            config("first", Match.FIRST, "./sleep"),
            config("beginning", Match.BEGINNING, "./sleep", "10"),
            config("no beginning", Match.BEGINNING, "./slee")));
    assertThat(table.counts())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("name", 1),
                Map.entry("path", 1),
                Map.entry("long", 1),
                Map.entry("odd", 1),
                Map.entry("program", 1),
                Map.entry("other program", 0),
                Map.entry("exact", 1),
                Map.entry("none", 0),
                Map.entry("first", 1),
                Map.entry("beginning", 1),
                Map.entry("no beginning", 0)));
  }

  @Test
  void eventsKeepTheTableTrueWithoutAnotherLookAtAll() throws IOException {
    table.use(List.of(config("name", Match.NAME, "sleep")));
    table.forked(10, 20);
    assertThat(table.counts()).containsEntry("name", 2);
    process(20, "other", 'S', "other");
    table.changed(20);
    assertThat(table.counts()).containsEntry("name", 1);
    table.exited(10);
    assertThat(table.counts()).containsEntry("name", 0);
    table.scan();
    assertThat(table.counts()).containsEntry("name", 1);
  }
}
