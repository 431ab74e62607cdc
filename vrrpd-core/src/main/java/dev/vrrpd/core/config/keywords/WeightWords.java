package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/** {@code N [reverse]}: the weight of a tracked object. */
record WeightWords(int greatest) implements Argument<WeightWords.Weight> {
  /** What failure or success adds to the priority; 0: failure is a fault. */
  record Weight(int value, boolean reverse) {
    static final Weight NONE = new Weight(0, false);
  }

  @Override
  public Optional<Weight> read(Line line) {
    Optional<Integer> value = Arguments.integer(-greatest, greatest).read(line);
    boolean reverse = line.peek().filter(word -> word.text().equals("reverse")).isPresent();
    if (reverse) {
      line.take();
    } else {
      line.take()
          .ifPresent(word ->
              line.report(
                  Diagnostic.of(
                      Code.INVALID_OPTION, word.span(), "only 'reverse' may follow a weight")));
    }
    return value.map(weight -> new Weight(weight, reverse));
  }

  @Override
  public String syntax() {
    return "N [reverse]";
  }

  @Override
  public String range() {
    return "-%d to %d".formatted(greatest, greatest);
  }

  @Override
  public String example() {
    return "-20";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Weight value) {
    return value.value() + (value.reverse() ? " reverse" : "");
  }
}
