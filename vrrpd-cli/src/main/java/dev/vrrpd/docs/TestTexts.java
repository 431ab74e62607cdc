package dev.vrrpd.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configurations that stand in tests: their text blocks, strings, files and scenarios. */
final class TestTexts {
  private static final Pattern TEXT_BLOCK =
      Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern GROWING = Pattern.compile("~SEQ|~LST|\\$[A-Z_]+ *=");
  private static final Set<String> RUNNING = Set.of("interop", "router", "sim");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]+");

  private final List<Source> sources = new ArrayList<>();

  /** Where keywords are set. */
  sealed interface Source {
    /**
     * A configuration, whole or in part.
     *
     * @param runs a daemon or a router works with it
     */
    record Configuration(String test, boolean runs, String text) implements Source {}

    /** What simulated routers are told, by words that are keywords where there is one. */
    record Scenario(String name, Set<String> words) implements Source {}
  }

  private TestTexts() {}

  static List<Source> below(Path root) throws IOException {
    TestTexts texts = new TestTexts();
    for (String module : List.of("vrrpd-core", "vrrpd-netlink", "vrrpd-cli", "vrrpd-dist")) {
      Path tests = root.resolve(module).resolve("src/test");
      if (Files.isDirectory(tests)) {
        texts.module(tests);
      }
    }
    return texts.sources;
  }

  private void module(Path tests) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(tests)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".java")) {
        java(file, name.replace(".java", ""));
      } else if (name.endsWith(".conf")) {
        configuration(file.getParent().getFileName() + "/" + name, false, Files.readString(file));
      } else if (file.getParent().endsWith("scenarios")) {
        scenario("scenario " + name.replace(".txt", ""), Files.readString(file));
      }
    }
  }

  /** What grows when it is read is there to try the limits of reading, and proves no keyword. */
  private void configuration(String test, boolean runs, String text) {
    if (!GROWING.matcher(text).find()) {
      sources.add(new Source.Configuration(test, runs, text));
    }
  }

  /**
   * In the laboratory daemons run, and routers in the core's tests of the router; what two daemons
   * are given to meet each other is put together apart from the tests.
   */
  private void java(Path file, String name) throws IOException {
    boolean runs =
        name.endsWith("IT")
            || name.endsWith("Bench")
            || RUNNING.contains(file.getParent().getFileName().toString());
    if (!runs && !name.endsWith("Test")) {
      return;
    }
    String text = Files.readString(file);
    String rest = TEXT_BLOCK.matcher(text).replaceAll("");
    TEXT_BLOCK.matcher(text).results().forEach(block -> configuration(name, runs, block.group(1)));
    STRING
        .matcher(rest)
        .results()
        .map(found -> found.group(1).replace("\\n", "\n").replace("\\\"", "\""))
        .filter(string -> !string.isBlank())
        .forEach(string -> configuration(name, runs, string));
  }

  /** The commands stand before a line of dashes, the transcript behind it up to an empty line. */
  private void scenario(String name, String text) {
    Set<String> words = new TreeSet<>();
    for (String part : text.split("\n\n", -1)) {
      String commands =
          part.split("\n----", 2)[0]
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining("\n"))
              .replace("vips=", "virtual_ipaddress=")
              .replace("excluded=", "virtual_ipaddress_excluded=")
              .replace("members=", "group=");
      Matcher matcher = WORD.matcher(commands);
      matcher.results().map(MatchResult::group).forEach(words::add);
    }
    sources.add(new Source.Scenario(name, words));
  }
}
