package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.ScriptConfig;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import java.time.Duration;
import java.util.Optional;

/** A {@code vrrp_script} while it is read. */
final class ScriptDraft extends Draft {
  static final Keywords<ScriptDraft> SCRIPT = new Keywords<>();

  final String name;
  Optional<Placed<Command>> command = Optional.empty();
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

  @Override
  public String label() {
    return "(" + name + ")";
  }

  /** With {@code script_user} where the block names nobody. Needs a command. */
  ScriptConfig complete() {
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
