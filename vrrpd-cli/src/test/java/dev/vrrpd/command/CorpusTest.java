package dev.vrrpd.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.Machine;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.core.value.InterfaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that operators wrote, beside what keepalived 2.2.7 says about them. They are not part of
 * the repository: the folder is named by {@code -Dvrrpd.corpus} or {@code VRRPD_CORPUS}, and holds
 * an {@code index.jsonl} with {@code file}, {@code ka227_rc} and {@code ka227_msgs}.
 */
class CorpusTest {
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"file\": \"([^\"]+)\".*\"ka227_rc\": (-?\\d+), \"ka227_msgs\": \\[(.*)\\]\\}");
  private static final int LONGEST_BLOCK = 15;
  private static final List<String> AT_END_OF_BLOCK =
      List.of("Unable to set default user", "No file set", "No script set", "no neighbor address");
  private static final Set<Code> LOSES_THE_WAY =
      Set.of(Code.UNKNOWN_BLOCK, Code.UNDEFINED_PARAMETER, Code.MISPLACED_KEYWORD);
  private static final Pattern PLACE = Pattern.compile("(?:: |\\()Line (\\d+)\\) ([^\"]*)");

  @TestFactory
  Stream<DynamicTest> files_that_keepalived_accepts_are_accepted() throws IOException {
    return entries()
        .filter(entry -> entry.status() == 0 && entry.messages().isEmpty())
        .map(this::accepted);
  }

  @TestFactory
  Stream<DynamicTest> where_keepalived_complains_of_a_line_so_do_we() throws IOException {
    return entries().filter(entry -> !entry.messages().isEmpty()).map(this::complained);
  }

  private record Entry(Path file, int status, String messages) {}

  private static Stream<Entry> entries() throws IOException {
    String folder =
        Optional.ofNullable(System.getProperty("vrrpd.corpus"))
            .or(() -> Optional.ofNullable(System.getenv("VRRPD_CORPUS")))
            .orElse("");
    assumeTrue(!folder.isEmpty(), "optional: no corpus named");
    Path root = Path.of(folder);
    return Files.readAllLines(root.resolve("index.jsonl")).stream()
        .map(ENTRY::matcher)
        .filter(Matcher::find)
        .map(found ->
            new Entry(
                root.resolve(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)));
  }

  private static Loaded load(Path file) {
    return Configuration.load(
        new FileSources(file.getParent()),
        file.toString(),
        LoadOptions.elsewhere("node1").on(new AsSeen(file)));
  }

  private DynamicTest accepted(Entry entry) {
    return DynamicTest.dynamicTest(
        entry.file().getFileName().toString(),
        () -> {
          Loaded loaded = load(entry.file());
          assertThat(loaded.config()).as(loaded.text()).isPresent();
          boolean newerCheck =
              loaded.diagnostics().stream()
                  .anyMatch(found -> found.code() == Code.DUPLICATE_ADDRESS);
          assertThat(loaded.testStatus()).as(loaded.text()).isEqualTo(newerCheck ? 5 : 0);
        });
  }

  private DynamicTest complained(Entry entry) {
    return DynamicTest.dynamicTest(
        entry.file().getFileName().toString(),
        () -> {
          Loaded loaded = load(entry.file());
          Matcher place = PLACE.matcher(entry.messages());
          while (place.find()) {
            String message = place.group(2);
            if (concernsVrrp(message)) {
              assertThat(isCovered(loaded, message, Integer.parseInt(place.group(1))))
                  .as("%s: %s%n%s", place.group(1), message, loaded.text())
                  .isTrue();
            }
          }
        });
  }

  /**
   * A finding in the line, or in the block whose end keepalived names; what keepalived says after
   * it has lost its way is covered by what made it lose it.
   */
  private static boolean isCovered(Loaded loaded, String message, int line) {
    int reach = AT_END_OF_BLOCK.stream().anyMatch(message::contains) ? LONGEST_BLOCK : 0;
    return loaded.diagnostics().stream()
        .anyMatch(found ->
            (found.span().line() <= line && found.span().line() >= line - reach)
                || (message.contains("Unknown keyword")
                    && found.span().line() < line
                    && LOSES_THE_WAY.contains(found.code()))
                || (message.contains("doesn't exist") && found.code() == Code.INTERFACE_ABSENT));
  }

  /**
   * Lines within virtual servers are not looked at; users and interfaces are those of a machine.
   */
  private static boolean concernsVrrp(String message) {
    return Stream.of(
            "persistence_timeout",
            "outside range [1, 2678400]",
            "nb_get_retry",
            "connetc_port",
            "misc checker",
            "smtp server",
            "empty notification_email",
            "iptables not supported",
            "already exists and is not a private macvlan")
        .noneMatch(message::contains);
  }

  /** The machine on which keepalived was run, as far as its messages tell. */
  private record AsSeen(Path file) implements Machine {
    private String messages() {
      try {
        return entries()
            .filter(entry -> entry.file().equals(file))
            .findFirst()
            .map(Entry::messages)
            .orElse("");
      } catch (IOException unreadable) {
        return "";
      }
    }

    @Override
    public OptionalLong number(List<String> directories, String file, String name) {
      return OptionalLong.of(1);
    }

    @Override
    public boolean linkExists(InterfaceName name) {
      return !messages().contains("interface " + name + " for");
    }

    @Override
    public boolean isLoopback(InterfaceName name) {
      return ELSEWHERE.isLoopback(name);
    }

    @Override
    public int mtu(InterfaceName name) {
      return 1500;
    }

    @Override
    public boolean userExists(String user) {
      return !messages().contains("uid/gid")
          && !(user.equals("keepalived_script") && messages().contains("default user"));
    }

    @Override
    public boolean groupExists(String group) {
      return true;
    }

    @Override
    public Secret secret(String path) {
      return ELSEWHERE.secret(path);
    }

    @Override
    public ScriptFinding script(Command command, String user) {
      String program = command.words().getFirst();
      boolean there = !program.startsWith("/") || Files.exists(Path.of(program));
      return there ? new ScriptFinding.Usable() : new ScriptFinding.Missing("does not exist");
    }
  }
}
