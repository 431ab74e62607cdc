package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import java.time.Duration;
import java.util.Optional;

/** {@code SECONDS|off}: how often, zero for never. */
record PeriodWord() implements Argument<Duration> {
  private static final String OFF = "off";

  @Override
  public Optional<Duration> read(Line line) {
    if (line.peek().filter(word -> word.text().equals(OFF)).isPresent()) {
      line.take();
      return Optional.of(Duration.ZERO);
    }
    return Arguments.wholeSeconds(1, 86_400).read(line);
  }

  @Override
  public String syntax() {
    return "SECONDS|off";
  }

  @Override
  public String range() {
    return "1 to 86400 s";
  }

  @Override
  public String example() {
    return "30";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Duration value) {
    return value.isZero() ? OFF : Long.toString(value.toSeconds());
  }
}
