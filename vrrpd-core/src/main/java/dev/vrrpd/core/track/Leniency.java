package dev.vrrpd.core.track;

import dev.vrrpd.core.config.Recovery;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.value.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * What a check is granted before a failure counts: its very first answer may come from a cold
 * start, of ours or of what is asked; and it may have a command that repairs what it looks at.
 *
 * @param forgiven failures that do not count, until there is a success
 * @param recoveries how often it may still be repaired
 * @param recoveringUntil it is being repaired: nothing counts as a failure, and no longer than this
 */
record Leniency(int forgiven, int recoveries, Optional<Moment> recoveringUntil) {
  /** What a repair may take. */
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

  /** Before the first answer. */
  static Leniency of(ScriptConfig config) {
    return new Leniency(config.probe().isPresent() ? 1 : 0, recoveries(config), Optional.empty());
  }

  private static int recoveries(ScriptConfig config) {
    return config.recovery().map(Recovery::attempts).orElse(0);
  }

  /** After a success. */
  static Leniency renewed(ScriptConfig config) {
    return new Leniency(0, recoveries(config), Optional.empty());
  }

  boolean forgives() {
    return forgiven > 0 || recoveringUntil.isPresent();
  }

  Leniency forgiving() {
    return new Leniency(Math.max(0, forgiven - 1), recoveries, recoveringUntil);
  }

  boolean recovers() {
    return recoveries > 0;
  }

  Leniency recovering(Moment now) {
    return new Leniency(forgiven, recoveries - 1, Optional.of(now.plus(LONGEST_RECOVERY)));
  }

  Leniency recovered() {
    return new Leniency(forgiven, recoveries, Optional.empty());
  }
}
