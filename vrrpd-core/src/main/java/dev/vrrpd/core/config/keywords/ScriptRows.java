package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.fallback;
import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.secondsToMillisecond;
import static dev.vrrpd.core.config.keywords.ScriptDraft.SCRIPT;

import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.grammar.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code vrrp_script}. */
final class ScriptRows {
  static final Directive<ScriptDraft> RISE =
      SCRIPT
          .row("rise", fallback(integer(1, Integer.MAX_VALUE), 1), (s, count) -> s.rise = count)
          .byDefault("1")
          .summary("Successes in a row to count as up.");

  static final Directive<ScriptDraft> FALL =
      SCRIPT
          .row("fall", fallback(integer(1, Integer.MAX_VALUE), 1), (s, count) -> s.fall = count)
          .byDefault("1")
          .summary("Failures in a row to count as down.");

  static final Block<ScriptDraft> SCRIPT_BLOCK =
      Block.block(
          "vrrp_script",
          List.of(
              List.of(
                  SCRIPT
                      .row(
                          "script",
                          new CommandLine(),
                          (s, command) -> s.command = Optional.of(command))
                      .otherwise("mandatory")
                      .summary(
                          "What to run; status 0 is success. Arguments belong inside the quotes.")
                      .example("script \"/usr/bin/pidof haproxy\""),
                  SCRIPT
                      .row(
                          "interval",
                          new ScriptTime("interval"),
                          (s, interval) -> s.interval = interval)
                      .byDefault("1")
                      .summary(
                          "From start to start. keepalived before 2.3.2 takes whole seconds only."),
                  SCRIPT
                      .row(
                          "timeout",
                          new ScriptTime("timeout"),
                          (s, timeout) -> s.timeout = Optional.of(timeout))
                      .otherwise("interval")
                      .summary("A run that takes longer has failed and is killed."),
                  SCRIPT
                      .row("weight", new WeightWords(253), (s, weight) -> s.weight = weight)
                      .byDefault("0")
                      .summary(
                          "Added to the priority on success (above 0) or failure (below); 0: failure is a fault."),
                  RISE,
                  FALL,
                  SCRIPT
                      .row("user", new IdentityWords(), (s, user) -> s.user = user)
                      .otherwise("script_user")
                      .summary("Identity to run as."),
                  SCRIPT
                      .row("init_fail", flag(), (s, _) -> s.initFail = true)
                      .otherwise("off")
                      .summary(
                          "Counts as failed until its first success. keepalived ignores it."))));

  private ScriptRows() {}

  /** Seconds to the millisecond; 0 becomes 1. */
  private record ScriptTime(String keyword) implements Argument<Duration> {
    @Override
    public Optional<Duration> read(Line line) {
      return secondsToMillisecond("0", "4294")
          .read(line)
          .map(value -> {
            if (!value.isZero()) {
              return value;
            }
            line.report(
                Diagnostic.of(
                        Code.ADJUSTED_VALUE,
                        line.span(),
                        "%s is at least 0.001; 1 is used".formatted(keyword))
                    .asKeepalived(
                        "%s: vrrp script %s must be greater than 0, setting to 1"
                            .formatted(line.label().trim(), keyword)));
            return Duration.ofSeconds(1);
          });
    }

    @Override
    public String syntax() {
      return "SECONDS";
    }

    @Override
    public String range() {
      return "0.001 to 4294 s";
    }

    @Override
    public String example() {
      return "2";
    }

    @Override
    public boolean optional() {
      return false;
    }

    @Override
    public String print(Duration value) {
      return secondsToMillisecond("0", "4294").print(value);
    }

    @Override
    public String type() {
      return "number";
    }
  }
}
