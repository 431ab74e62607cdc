package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers of processors; a bad one discards the list, as keepalived does it. */
record ProcessorWords() implements Argument<List<Integer>> {
  @Override
  public Optional<List<Integer>> read(Line line) {
    List<Word> words = line.takeAll();
    for (Word word : words) {
      if (!word.text().matches("\\d{1,4}") || Integer.parseInt(word.text()) > LAST) {
        line.report(
            Diagnostic.of(
                    Code.INVALID_NUMBER,
                    word.span(),
                    "'%s' is not the number of a processor; the list is ignored"
                        .formatted(word.text()))
                .help("numbers from 0 on, as in /proc/cpuinfo"));
        return Optional.empty();
      }
    }
    return Optional.of(
        words.stream().map(word -> Integer.valueOf(word.text())).distinct().sorted().toList());
  }

  @Override
  public String syntax() {
    return "N ...";
  }

  @Override
  public String range() {
    return "0 to " + LAST;
  }

  @Override
  public String example() {
    return "0 1";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(List<Integer> value) {
    return value.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** As many as a mask of sched_setaffinity(2) has in the C library. */
  private static final int LAST = 1023;
}
