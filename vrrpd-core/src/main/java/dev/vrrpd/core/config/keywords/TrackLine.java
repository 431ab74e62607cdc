package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import dev.vrrpd.core.config.text.Word;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code NAME [weight N [reverse|noreverse]]}. */
record TrackLine(int greatestWeight) implements Argument<TrackEntry> {
  @Override
  public Optional<TrackEntry> read(Line line) {
    Optional<Word> name = line.take();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt weight = OptionalInt.empty();
    Optional<Boolean> reverse = Optional.empty();
    while (line.hasNext()) {
      Word word = line.take().orElseThrow();
      switch (word.text()) {
        case "weight" -> weight = weight(line, word);
        case "reverse" -> reverse = Optional.of(true);
        case "noreverse" -> reverse = Optional.of(false);
        default ->
            line.report(
                Diagnostic.of(
                        Code.INVALID_OPTION,
                        word.span(),
                        "'%s' is not an option of a tracked object".formatted(word))
                    .help("NAME [weight N [reverse]]"));
      }
    }
    return Optional.of(new TrackEntry(name.get(), weight, reverse));
  }

  private OptionalInt weight(Line line, Word keyword) {
    if (!line.hasNext()) {
      line.report(Diagnostic.of(Code.INVALID_OPTION, keyword.span(), "'weight' has no value"));
      return OptionalInt.empty();
    }
    Optional<Integer> read = Arguments.integer(-greatestWeight, greatestWeight).read(line);
    return read.isPresent() ? OptionalInt.of(read.get()) : OptionalInt.empty();
  }

  @Override
  public String syntax() {
    return "NAME [weight N [reverse|noreverse]]";
  }

  @Override
  public String range() {
    return "weight -%d to %d".formatted(greatestWeight, greatestWeight);
  }

  @Override
  public String example() {
    return "check_web weight -20";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(TrackEntry value) {
    String weight = value.weight().isPresent() ? " weight " + value.weight().getAsInt() : "";
    return value.name()
        + weight
        + value.reverse().map(yes -> yes ? " reverse" : " noreverse").orElse("");
  }
}
