package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Arguments;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/** 1 to 99, as sched(7) has them, 0 for off; more than 99 is brought down to it. */
record RealtimePriorityWord() implements Argument<Integer> {
  private static final int GREATEST = 99;

  @Override
  public Optional<Integer> read(Line line) {
    return Arguments.integer(0, Integer.MAX_VALUE)
        .read(line)
        .map(value -> {
          if (value > GREATEST) {
            line.report(
                Diagnostic.of(
                        Code.ADJUSTED_VALUE, line.span(), "the greatest real-time priority is 99")
                    .asKeepalived(
                        "vrrp process real-time priority %d greater than maximum 99 - setting to maximum"
                            .formatted(value)));
          }
          return Math.min(value, GREATEST);
        });
  }

  @Override
  public String syntax() {
    return "N";
  }

  @Override
  public String range() {
    return "1 to 99; 0: off";
  }

  @Override
  public String example() {
    return "50";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(Integer value) {
    return value.toString();
  }

  @Override
  public String type() {
    return "integer";
  }
}
