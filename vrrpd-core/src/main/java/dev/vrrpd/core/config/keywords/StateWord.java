package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;

/** {@code MASTER} or {@code BACKUP}; any other word means BACKUP, with an error. */
record StateWord() implements Argument<Boolean> {
  @Override
  public Optional<Boolean> read(Line line) {
    Word word = line.take().orElseThrow();
    if (!word.text().equals("MASTER") && !word.text().equals("BACKUP")) {
      line.report(
          Diagnostic.of(
                  Code.INVALID_VALUE,
                  word.span(),
                  "'%s' is not a state; BACKUP is used".formatted(word))
              .help("MASTER or BACKUP")
              .asKeepalived(
                  "%sunknown state '%s', defaulting to BACKUP".formatted(line.label(), word)));
    }
    return Optional.of(word.text().equals("MASTER"));
  }

  @Override
  public String syntax() {
    return "MASTER|BACKUP";
  }

  @Override
  public String range() {
    return "";
  }

  @Override
  public String example() {
    return "BACKUP";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Boolean value) {
    return value ? "MASTER" : "BACKUP";
  }
}
