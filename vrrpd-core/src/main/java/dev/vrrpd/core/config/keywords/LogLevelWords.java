package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.LogLevel;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of the daemon and how much it says. */
record LogLevelWords() implements Argument<Map.Entry<LogLevel.Part, LogLevel>> {
  @Override
  public Optional<Map.Entry<LogLevel.Part, LogLevel>> read(Line line) {
    List<String> words = line.takeAll().stream().map(Word::text).toList();
    Optional<Map.Entry<LogLevel.Part, LogLevel>> entry =
        words.size() == 2
            ? LogLevel.Part.of(words.getFirst())
                .flatMap(part -> LogLevel.of(words.getLast()).map(level -> Map.entry(part, level)))
            : Optional.empty();
    if (entry.isEmpty()) {
      line.report(
          Diagnostic.of(
                  Code.INVALID_VALUE,
                  line.span(),
                  "'%s' is not a part of the daemon and a level".formatted(String.join(" ", words)))
              .help(range()));
    }
    return entry;
  }

  @Override
  public String syntax() {
    return "PART LEVEL";
  }

  @Override
  public String range() {
    return "daemon, vrrp, bfd, config or metrics; error, warn, info, debug or trace";
  }

  @Override
  public String example() {
    return "vrrp debug";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Map.Entry<LogLevel.Part, LogLevel> value) {
    return value.getKey().word() + " " + value.getValue().word();
  }
}
