package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.ProcessCountConfig;
import dev.vrrpd.core.config.ProcessCountConfig.Match;
import dev.vrrpd.core.config.diagnostic.Code;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.grammar.Draft;
import dev.vrrpd.core.config.grammar.Keywords;
import dev.vrrpd.core.config.grammar.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A {@code vrrp_track_process} while it is read. */
final class ProcessTrackerDraft extends Draft {
  static final Keywords<ProcessTrackerDraft> PROCESS = new Keywords<>();

  private final String name;
  List<String> command = List.of();
  Optional<String> parameterMatch = Optional.empty();
  WeightWords.Weight weight = WeightWords.Weight.NONE;
  Duration forkDelay = Duration.ZERO;
  Duration terminateDelay = Duration.ZERO;
  boolean fullCommand;
  private int quorum = 1;
  private OptionalInt quorumMax = OptionalInt.empty();

  ProcessTrackerDraft(String name, Span header) {
    super(header);
    this.name = name;
  }

  @Override
  public String label() {
    return name;
  }

  void quorum(int least, Line line) {
    if (quorumMax.isPresent() && least > quorumMax.getAsInt()) {
      contradicts(line, "quorum is greater than quorum_max", "Quorum is greater than quorum_max");
    } else {
      quorum = least;
    }
  }

  /** 0: it must not run. */
  void quorumMax(int most, Line line) {
    if (most > 0 && most < quorum) {
      contradicts(line, "quorum_max is less than quorum", "quorum_max is less than quorum");
      return;
    }
    quorumMax = OptionalInt.of(most);
    quorum = most == 0 ? 0 : quorum;
  }

  private static void contradicts(Line line, String message, String keepalived) {
    line.report(
        Diagnostic.of(Code.OUT_OF_RANGE, line.span(), message + "; it is ignored")
            .asKeepalived(keepalived + " - ignoring"));
  }

  /** Needs a command. */
  ProcessCountConfig complete() {
    return new ProcessCountConfig(
        name,
        command,
        match(),
        weight.value(),
        weight.reverse(),
        quorum,
        quorumMax,
        forkDelay,
        terminateDelay);
  }

  private Match match() {
    if (parameterMatch.isPresent()) {
      return switch (parameterMatch.get()) {
        case "partial" -> Match.FIRST;
        case "initial" -> Match.BEGINNING;
        default -> Match.EXACT;
      };
    }
    if (command.size() > 1) {
      return Match.EXACT;
    }
    return fullCommand ? Match.PROGRAM : Match.NAME;
  }
}
