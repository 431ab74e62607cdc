package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.text.Word;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads decimal numbers and durations as keepalived does, and says what is wrong with others. */
final class Numbers {
  private static final Pattern INTEGER = Pattern.compile("[ \t]*([+-]?[0-9]+)(.*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[ \t]*([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(.*)");
  private static final int MOST_DIGITS = 40;

  private Numbers() {}

  /** What to do with {@code 5x}: a strict keyword ignores its line, others use the 5. */
  enum Garbage {
    REFUSED,
    CUT_OFF
  }

  static Optional<Long> integer(Word word, Line line, long least, long most, Garbage garbage) {
    Predicate<String> fits =
        text -> Decimal.saturated(text) >= least && Decimal.saturated(text) <= most;
    Optional<String> digits =
        leading(INTEGER, word, line, garbage == Garbage.CUT_OFF ? fits : _ -> false, 0);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    long value = Decimal.saturated(digits.get());
    if (value < least || value > most) {
      boolean negative = value < 0 && least >= 0;
      outOfRange(
          word,
          line,
          "%d to %d".formatted(least, most),
          negative
              ? "negative number '%s'".formatted(word.text())
              : "number '%s' outside range [%d, %d]".formatted(word.text(), least, most));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /**
   * In units of 10^-decimals seconds ({@code decimals} 6: microseconds), as a duration.
   *
   * @param least as it is written, as {@code most}
   */
  static Optional<Duration> duration(
      Word word, Line line, String least, String most, int decimals, long unitNanos) {
    Decimal low = Decimal.parse(least);
    Decimal high = Decimal.parse(most);
    Predicate<String> fits =
        text -> Decimal.parse(text).compareTo(low) >= 0 && Decimal.parse(text).compareTo(high) <= 0;
    Optional<String> digits = leading(DECIMAL, word, line, fits, unitNanos);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    Decimal value = Decimal.parse(digits.get());
    if (value.scale() > decimals) {
      line.report(
          Diagnostic.of(
                  Code.TOO_MANY_DECIMALS,
                  word.span(),
                  "'%s' has more than %d decimals and is rounded".formatted(word.text(), decimals))
              .asKeepalived("number '%s' has too many decimal places".formatted(word.text())));
      value = value.rounded(decimals);
    }
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      outOfRange(
          word,
          line,
          "%s to %s".formatted(least, most),
          "number '%s' outside range [%s, %s]"
              .formatted(word.text(), low.sixPlaces(), high.sixPlaces()));
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(value.nanos(unitNanos)));
  }

  /**
   * @param fits whether what stands before something else may be used
   * @param unitNanos of the keyword; 0: it counts something
   */
  private static Optional<String> leading(
      Pattern pattern, Word word, Line line, Predicate<String> fits, long unitNanos) {
    Matcher matcher = pattern.matcher(word.text());
    boolean number = matcher.matches() && matcher.group(1).length() <= MOST_DIGITS;
    if (number && matcher.group(2).isEmpty()) {
      return Optional.of(matcher.group(1));
    }
    boolean usable = number && fits.test(matcher.group(1));
    line.report(
        Diagnostic.of(
                Code.INVALID_NUMBER,
                word.span(),
                usable
                    ? "'%s' is not a number; %s is used".formatted(word.text(), matcher.group(1))
                    : "'%s' is not a number".formatted(word.text()))
            .help(
                number
                    ? Units.help(matcher.group(1), matcher.group(2), unitNanos)
                    : word.text().startsWith("$")
                        ? "the parameter %s is not defined before this line".formatted(word.text())
                        : "write a decimal number")
            .asKeepalived("invalid number '%s'".formatted(word.text())));
    return usable ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void outOfRange(Word word, Line line, String range, String keepalived) {
    line.report(
        Diagnostic.of(
                Code.OUT_OF_RANGE,
                word.span(),
                "%s is outside %s for '%s'".formatted(word.text(), range, line.keyword().text()))
            .help("a value from %s".formatted(range))
            .asKeepalived(keepalived));
  }
}
