package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.grammar.Arguments.integer;
import static dev.vrrpd.core.config.grammar.Arguments.oneOf;
import static dev.vrrpd.core.config.grammar.Arguments.optional;
import static dev.vrrpd.core.config.grammar.Arguments.seconds;
import static dev.vrrpd.core.config.grammar.Arguments.words;
import static dev.vrrpd.core.config.keywords.ProcessTrackerDraft.PROCESS;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code vrrp_track_process}. */
final class ProcessTrackerRows {
  private static final Argument<Duration> DELAY = seconds("0.000001", "3600");

  static final Block<ProcessTrackerDraft> PROCESS_BLOCK =
      Block.block(
          "vrrp_track_process",
          List.of(
              List.of(
                  PROCESS
                      .row(
                          "process",
                          words("PATH [PARAMETER ...]", "haproxy"),
                          (d, command) -> d.command = command)
                      .otherwise("mandatory")
                      .firstWinning()
                      .summary("The program, and parameters it must have."),
                  PROCESS
                      .row(
                          "param_match",
                          optional(oneOf("initial", "partial"), ""),
                          (d, how) -> d.parameterMatch = Optional.of(how))
                      .since("2.0.16")
                      .summary(
                          "Parameters: without a word exactly those, partial: at least those, initial: the last may go on."),
                  PROCESS
                      .row("weight", new WeightWords(254), (d, weight) -> d.weight = weight)
                      .byDefault("0")
                      .summary("Weight where none is given."),
                  PROCESS
                      .rowAt("quorum", integer(1, 65_535), (d, n, line) -> d.quorum(n, line))
                      .byDefault("1")
                      .summary("Least number of processes."),
                  PROCESS
                      .rowAt("quorum_max", integer(0, 65_535), (d, n, line) -> d.quorumMax(n, line))
                      .otherwise("unlimited")
                      .since("2.0.16")
                      .summary("Greatest number; 0: it must not run."),
                  PROCESS
                      .row("fork_delay", DELAY, (d, delay) -> d.forkDelay = delay)
                      .otherwise("none")
                      .since("2.0.16")
                      .summary("Wait after the number becomes good."),
                  PROCESS
                      .row("terminate_delay", DELAY, (d, delay) -> d.terminateDelay = delay)
                      .otherwise("none")
                      .since("2.0.16")
                      .summary("Wait after the number becomes bad."),
                  PROCESS
                      .row("delay", DELAY, ProcessTrackerRows::both)
                      .otherwise("none")
                      .summary("Sets both."),
                  PROCESS
                      .row("full_command", flag(), (d, on) -> d.fullCommand = true)
                      .summary("Compare the full command instead of the process name."))));

  private ProcessTrackerRows() {}

  private static void both(ProcessTrackerDraft draft, Duration delay) {
    draft.forkDelay = delay;
    draft.terminateDelay = delay;
  }
}
