package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.StatusConfig;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code PATH [MODE]} of a UNIX socket, or {@code none}. */
record StatusSocketWords() implements Argument<StatusConfig> {
  /** sun_path of unix(7) less its final zero. */
  private static final int LONGEST = 107;

  @Override
  public Optional<StatusConfig> read(Line line) {
    return line.take()
        .flatMap(word ->
            word.text().equals("none")
                ? Optional.of(StatusConfig.NONE)
                : path(word, line)
                    .flatMap(path ->
                        mode(line).map(mode -> new StatusConfig(true, Optional.of(path), mode))));
  }

  private static Optional<String> path(Word word, Line line) {
    String path = word.text();
    if (path.startsWith("/") && path.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return Optional.of(path);
    }
    wrong(
        line,
        word,
        "'%s' cannot be the path of a UNIX socket",
        "an absolute path of at most 107 octets, or none");
    return Optional.empty();
  }

  private static Optional<Integer> mode(Line line) {
    if (!line.hasNext()) {
      return Optional.of(StatusConfig.MODE);
    }
    return line.take()
        .flatMap(word -> {
          if (word.text().matches("0?[0-7]{3}")) {
            return Optional.of(Integer.parseInt(word.text(), 8));
          }
          wrong(line, word, "'%s' is no file mode", "three octal digits such as 0660");
          return Optional.empty();
        });
  }

  private static void wrong(Line line, Word word, String what, String help) {
    line.report(
        Diagnostic.of(Code.INVALID_VALUE, word.span(), what.formatted(word.text())).help(help));
  }

  @Override
  public String syntax() {
    return "PATH [MODE]|none";
  }

  @Override
  public String range() {
    return "an absolute path and an octal mode, 0600 if left out; or none";
  }

  @Override
  public String example() {
    return "/run/vrrpd.status 0660";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(StatusConfig value) {
    return value.toString();
  }

  @Override
  public String type() {
    return "string";
  }
}
