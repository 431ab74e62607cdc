package dev.vrrpd.fuzz;

import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.keywords.FileRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What fuzzing begins with, made from the keyword table: the example of every row in its block, and
 * a dictionary of all words. Usage: {@code Seeds FOLDER DICTIONARY}.
 */
final class Seeds {
  private static final List<String> LANGUAGE =
      List.of(
          "~SEQ(A, 1, 9)",
          "~SEQx(A, 1, 9)",
          "~LST(A, a, b)",
          "~LST({A, B}, {a, b})",
          "$A=",
          "${A}",
          "$A",
          "= \\",
          "@node1",
          "@^node1",
          "${_PWD}",
          "${_INSTANCE}",
          "${_ENV SITE}",
          "${_HASH}",
          "${_BANG}",
          "${_RANDOM 1 9}",
          "include",
          "includer",
          "includem",
          "includew",
          "includeb",
          "includea",
          "{a,b}",
          "*",
          "%%% ",
          "{",
          "}",
          "\"",
          "'",
          "#",
          "!",
          "\\",
          "\t");

  private Seeds() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Block<?> block : blocks().toList()) {
      for (Directive<?> row : block.rows()) {
        Path file = folder.resolve("row-%s-%s".formatted(block.name(), row.keyword()));
        Files.writeString(file, within(block.name(), row.exampleText()));
      }
    }
    Files.write(Path.of(args[1]), words().stream().map(Seeds::quoted).toList());
  }

  private static Stream<Block<?>> blocks() {
    return Stream.concat(Stream.of(FileRows.TABLE), FileRows.TABLE.inner());
  }

  private static String within(String block, String example) {
    return switch (block) {
      case "" -> example;
      case "vrrp_instance" ->
          "%s X {\ninterface eth0\nvirtual_router_id 51\nvirtual_ipaddress {\n10.0.0.10/24\n}\n%s\n}\n"
              .formatted(block, example);
      case "authentication", "auth_hmac" ->
          within("vrrp_instance", "%s {\n%s\n}".formatted(block, example));
      default -> "%s NAME {\n%s\n}\n".formatted(block, example);
    };
  }

  private static Set<String> words() {
    Set<String> words = new TreeSet<>(LANGUAGE);
    blocks()
        .flatMap(block -> block.rows().stream())
        .forEach(row -> {
          words.add(row.keyword());
          words.addAll(List.of(row.exampleText().split("\\s+")));
        });
    words.remove("");
    return words;
  }

  /** As libFuzzer reads a dictionary. */
  private static String quoted(String word) {
    return word.chars()
        .mapToObj(c ->
            c < ' ' || c > '~' || c == '"' || c == '\\'
                ? "\\x%02x".formatted(c & 0xff)
                : String.valueOf((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
