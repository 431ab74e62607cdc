package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages tell their readers to type names what is there. */
class InstructionsTest {
  private static final Pattern COMPOSE =
      Pattern.compile("docker compose -f (\\S+) (up|stop|kill|exec|logs)((?: (?!-)\\S+)*)");

  static List<String> pages() throws IOException {
    try (Stream<Path> readmes = Files.list(Shell.ROOT.resolve("docker"))) {
      return Stream.concat(
              readmes
                  .map(directory -> directory.resolve("README.md"))
                  .filter(Files::exists)
                  .map(page -> Shell.ROOT.relativize(page).toString()),
              Stream.of("README.md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void composeCommandsNameFilesAndServicesThatExist(String page) throws IOException {
    Instructions instructions = Instructions.of(page);
    List<String> compose =
        instructions.commands().stream()
            .map(command -> command.contains("$") ? instructions.command(command) : command)
            .map(command -> command.replaceFirst("^lab=\"(.*)\"; \\$lab", "$1"))
            .filter(command -> command.startsWith("docker compose"))
            .toList();
    assertThat(compose).isNotEmpty();
    for (String command : compose) {
      Matcher parts = COMPOSE.matcher(command);
      assertThat(parts.find()).as(command).isTrue();
      String file = Files.readString(Shell.ROOT.resolve(parts.group(1)));
      String[] words = parts.group(3).strip().split(" ");
      int services = parts.group(2).equals("exec") ? 1 : words.length;
      for (String service : List.of(words).subList(0, services)) {
        assertThat(service.isEmpty() || file.contains("\n  " + service + ":"))
            .as("%s: service '%s'", command, service)
            .isTrue();
      }
    }
  }
}
