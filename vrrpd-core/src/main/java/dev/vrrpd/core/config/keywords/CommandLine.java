package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.ScriptWords;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Optional;

/**
 * {@code COMMAND [USER [[:]GROUP]]} as script keywords take it: arguments belong inside the quotes
 * of the command word.
 */
record CommandLine() implements Argument<Placed<Command>> {
  @Override
  public Optional<Placed<Command>> read(Line line) {
    line.takeAll();
    Optional<List<Word>> split = ScriptWords.ofLine(line.text(), line.diagnostics());
    if (split.isEmpty() || split.get().size() < 2) {
      return Optional.empty();
    }
    List<Word> words = split.get();
    Word command = words.get(1);
    Optional<List<String>> arguments =
        ScriptWords.arguments(command.text())
            .filter(list -> !list.isEmpty() && !list.getFirst().isEmpty());
    if (arguments.isEmpty()) {
      line.report(
          Diagnostic.of(
              Code.INVALID_COMMAND,
              command.span(),
              "there is no command in '%s'".formatted(command)));
      return Optional.empty();
    }
    if (words.size() > 4) {
      line.report(
          Diagnostic.of(
                  Code.EXTRA_WORDS,
                  words.get(4).span().to(words.getLast().span()),
                  "ignored: behind the command stand user and group only")
              .help(quoted(words)));
    }
    Identity identity =
        Identity.of(words.subList(2, Math.min(4, words.size())).stream().map(Word::text).toList());
    return Optional.of(
        new Placed<>(
            new Command(arguments.get(), identity.user(), identity.group()), command.span()));
  }

  static String quoted(List<Word> words) {
    String all = String.join(" ", words.subList(1, words.size()).stream().map(Word::text).toList());
    return "arguments belong inside the quotes: \"%s\"".formatted(all.replace("\"", "'"));
  }

  @Override
  public String syntax() {
    return "COMMAND [USER [[:]GROUP]]";
  }

  @Override
  public String range() {
    return "arguments inside the quotes of COMMAND";
  }

  @Override
  public String example() {
    return "\"/usr/local/bin/check --quick\"";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Placed<Command> value) {
    return value.value().toString();
  }
}
