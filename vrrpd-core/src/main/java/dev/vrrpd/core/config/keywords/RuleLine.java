package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Line;
import java.util.Optional;

/** {@code SELECTOR ... ACTION}: an entry of a list of routing rules. ip-rule(8). */
record RuleLine() implements Argument<RuleDraft> {
  @Override
  public Optional<RuleDraft> read(Line line) {
    return new RuleReader(line).read();
  }

  @Override
  public String syntax() {
    return "[from PREFIX] [to PREFIX] [OPTION ...] preference N table T|goto N|blackhole|unreachable|prohibit";
  }

  @Override
  public String range() {
    return "options of ip-rule(8), no_track, track_group";
  }

  @Override
  public String example() {
    return "from 192.0.2.10 preference 100 table 100";
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public String print(RuleDraft value) {
    return value.first.text();
  }
}
