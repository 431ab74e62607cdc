package dev.vrrpd.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The commands that a page of the documentation tells its reader to type, so that tests type them
 * too: the lines of its shell blocks, fenced or indented, without their comments.
 */
final class Instructions {
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
  private static final Pattern VARIABLE = Pattern.compile("\\w+=\".*\"");

  private final String page;
  private final String variables;
  private final List<String> commands;

  private Instructions(String page, String variables, List<String> commands) {
    this.page = page;
    this.variables = variables;
    this.commands = commands;
  }

  /** Those of a whole page. */
  static Instructions of(String page) {
    return read(page, lines(page));
  }

  /** Those below a heading, up to the next one. */
  static Instructions below(String page, String heading) {
    List<String> section =
        lines(page).stream()
            .dropWhile(line -> !line.matches("#+ " + Pattern.quote(heading)))
            .skip(1)
            .takeWhile(line -> !line.matches("##+ .*"))
            .toList();
    return read(page, section);
  }

  private static List<String> lines(String page) {
    try {
      return Files.readAllLines(Shell.ROOT.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instructions read(String page, List<String> lines) {
    List<String> commands = new ArrayList<>();
    StringBuilder variables = new StringBuilder();
    boolean fenced = false;
    String begun = "";
    for (String line : lines) {
      if (line.startsWith("```")) {
        fenced = line.equals("```sh");
      } else if (fenced || line.startsWith("    ")) {
        String text = begun + COMMENT.matcher(line).replaceFirst("").strip();
        begun = "";
        if (text.endsWith("\\")) {
          begun = text.substring(0, text.length() - 1);
        } else if (VARIABLE.matcher(text).matches()) {
          variables.append(text).append("; ");
        } else if (!text.isEmpty()) {
          commands.add(text);
        }
      }
    }
    return new Instructions(page, variables.toString(), commands);
  }

  List<String> commands() {
    return commands;
  }

  /** The first that contains the words, with the variables that the page has set for it. */
  String command(String words) {
    return commands.stream()
        .filter(command -> command.contains(words))
        .findFirst()
        .map(variables::concat)
        .orElseThrow(() -> new AssertionError(page + " has no command with '" + words + "'"));
  }

  /**
   * Types the first command that contains the words, at a terminal of the machine that the engine
   * runs on. Its failure is the test's.
   */
  String follow(String words, Map<String, String> environment) {
    return attempt(words, environment).orFail();
  }

  /** The same, whatever comes of it. */
  Shell.Result attempt(String words, Map<String, String> environment) {
    return Engine.type(command(words), environment);
  }
}
