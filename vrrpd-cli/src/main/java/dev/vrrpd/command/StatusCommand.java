package dev.vrrpd.command;

import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import dev.vrrpd.status.StatusReport;
import dev.vrrpd.status.StatusReport.Verdict;
import dev.vrrpd.status.StatusReport.View;
import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code vrrpd status}: asks the daemon that runs with these options, or the only one there is.
 * Never disturbs it.
 */
final class StatusCommand {
  static final String WORDS = "[--json|--active] [--watch] [--socket PATH] [INSTANCE...] ";
  static final String HELP =
      """
      Says who is MASTER, and whether all is well.
        --json    everything, as JSON (docs/status.md)
        --active  only whether these instances are MASTER here: exit status 0, else 1
        --watch   again every second
      Exit status: 0 all is as configured, 1 something is not, 3 no daemon, 4 no permission, 64 wrong question.\
      """;

  private static final String COMMAND = "status";
  private static final String CLEAR_SCREEN = "\033[H\033[2J";
  private static final long WATCH_MILLIS = 1000;

  private final List<String> rest = new ArrayList<>();
  private View view = View.TEXT;
  private boolean watches;
  private Optional<Path> socket = Optional.empty();

  private StatusCommand() {}

  /** The exit status. */
  static int run(List<String> words) {
    StatusCommand command = new StatusCommand();
    return command.take(words).map(StatusCommand::wrong).orElseGet(command::answer);
  }

  /** What is wrong with these words, if anything. */
  private Optional<String> take(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--json" -> view = View.JSON;
        case "--active" -> view = View.ACTIVE;
        case "--watch" -> watches = true;
        case "--socket" -> {
          i++;
          if (i == words.size()) {
            return Optional.of("--socket wants a path");
          }
          socket = Optional.of(Path.of(words.get(i)));
        }
        default -> rest.add(word);
      }
    }
    return Optional.empty();
  }

  private int answer() {
    return switch (CommandLine.parse(rest)) {
      case CommandLine.Parsed.Wrong(String message) -> wrong(message);
      case CommandLine.Parsed.Understood(CommandLine given) when given.has(Option.HELP) -> {
        System.out.println(BesideDaemon.usage(COMMAND));
        yield ExitStatus.OK;
      }
      case CommandLine.Parsed.Understood(CommandLine given)
          when view == View.JSON && !given.strays().isEmpty() ->
          wrong("--json tells of every instance: choose one of them with jq or the like");
      case CommandLine.Parsed.Understood(CommandLine given) -> answer(given);
    };
  }

  private int answer(CommandLine given) {
    DaemonOptions options = BesideDaemon.options(COMMAND, given);
    if (!watches) {
      return tell(report(given, options));
    }
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    while (true) {
      StatusReport report = report(given, options);
      System.out.print(terminal ? CLEAR_SCREEN : "");
      int status = tell(report);
      System.out.flush();
      if (status == ExitStatus.USAGE || !pause()) {
        return status;
      }
    }
  }

  private StatusReport report(CommandLine given, DaemonOptions options) {
    return switch (new DaemonSearch(given, options).find(socket)) {
      case DaemonSearch.Found.At(Path path) -> StatusReport.at(path, view, given.strays());
      case DaemonSearch.Found.Several(List<Path> paths) ->
          new StatusReport(Verdict.WRONG_QUESTION, DaemonSearch.choices(paths));
      case DaemonSearch.Found.Nowhere(String why) -> new StatusReport(Verdict.NO_DAEMON, why);
    };
  }

  private static int tell(StatusReport report) {
    if (report.verdict().told()) {
      System.out.print(report.text().endsWith("\n") ? report.text() : report.text() + "\n");
    } else {
      System.err.println("vrrpd status: " + report.text());
    }
    return switch (report.verdict()) {
      case YES -> ExitStatus.OK;
      case NO -> ExitStatus.FAILURE;
      case NO_DAEMON -> ExitStatus.NO_DAEMON;
      case NO_PERMISSION -> ExitStatus.NO_PERMISSION;
      case WRONG_QUESTION -> ExitStatus.USAGE;
    };
  }

  /** False when interrupted. */
  private static boolean pause() {
    try {
      Thread.sleep(WATCH_MILLIS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int wrong(String message) {
    System.err.println(message);
    return ExitStatus.USAGE;
  }
}
