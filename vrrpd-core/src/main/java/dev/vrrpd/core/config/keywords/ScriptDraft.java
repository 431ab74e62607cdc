package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.config.Recovery;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import java.time.Duration;
import java.util.Optional;

/** A {@code vrrp_script} while it is read. */
final class ScriptDraft extends Draft {
  static final Keywords<ScriptDraft> SCRIPT = new Keywords<>();

  /** Of a check, whose next question simply waits for the answer to this one. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  final String name;
  Optional<Placed<Command>> command = Optional.empty();

  /** Of a {@code vrrp_check}. */
  Optional<ProbeDraft> probe = Optional.empty();

  /** Of a {@code vrrp_check}. */
  Optional<Placed<Command>> recover = Optional.empty();

  int recoverAttempts = 1;
  Identity user = Identity.NOBODY_NAMED;
  Duration interval = Duration.ofSeconds(1);
  Optional<Duration> timeout = Optional.empty();
  WeightWords.Weight weight = WeightWords.Weight.NONE;
  int rise = 1;
  int fall = 1;
  boolean initFail;

  ScriptDraft(String name, Span header) {
    super(header);
    this.name = name;
  }

  /** One that asks instead of running a program. */
  static ScriptDraft check(String name, Span header) {
    ScriptDraft check = new ScriptDraft(name, header);
    check.probe = Optional.of(new ProbeDraft());
    return check;
  }

  @Override
  public String label() {
    return "(" + name + ")";
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** With {@code script_user} where the block names nobody. Needs a command. */
  ScriptConfig complete() {
    if (probe.isPresent()) {
      return Probe.asScript(
          name,
          probe.get().complete(),
          interval,
          timeout.orElse(longer(interval, PATIENCE)),
          weight.value(),
          weight.reverse(),
          rise,
          fall,
          recover.map(command -> new Recovery(command.value(), recoverAttempts)));
    }
    Command written = command.orElseThrow().value();
    boolean ownUser = user.user().isPresent();
    return new ScriptConfig(
        name,
        ownUser ? new Command(written.words(), user.user(), user.group()) : written,
        interval,
        timeout.orElse(interval),
        weight.value(),
        weight.reverse(),
        rise,
        fall,
        initFail);
  }
}
