package dev.vrrpd.command;

import dev.vrrpd.daemon.Background;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Subcommands with the options of the daemon itself, for service managers and operators.
 *
 * @param words what it takes beside those options
 * @param action of the words and options after the command; its result is the exit status
 */
record BesideDaemon(
    String command, String words, String description, ToIntFunction<List<String>> action) {
  private static final List<BesideDaemon> ALL =
      List.of(
          new BesideDaemon("status", StatusCommand.WORDS, StatusCommand.HELP, StatusCommand::run),
          with(
              "drain",
              "Gives every address away and keeps the instances in FAULT, until undrain"
                  + " (maintenance_file).",
              Drain::start),
          with("undrain", "Ends what drain began.", Drain::end),
          with(
              "cleanup",
              "Removes what a killed daemon left in the kernel. Never beside a running one.",
              Cleanup::run),
          with(
              "reload-test",
              "Says by its exit status whether a reload would accept the configuration.",
              options -> new ConfigurationFile(options).testReload()));

  private static BesideDaemon with(
      String command, String description, ToIntFunction<DaemonOptions> action) {
    return new BesideDaemon(command, "", description, options -> act(command, options, action));
  }

  static Optional<BesideDaemon> named(String command) {
    return ALL.stream().filter(each -> each.command.equals(command)).findFirst();
  }

  /** One line for each. */
  static String list() {
    return ALL.stream()
        .map(each ->
            "  %-11s  %s"
                .formatted(each.command, each.description.lines().findFirst().orElseThrow()))
        .collect(Collectors.joining("\n"));
  }

  String usage() {
    return """
    Usage: vrrpd %s %s[OPTION...]
    %s
    OPTION as for the daemon itself: -f FILE, -i ID, -s NAMESPACE, ... (vrrpd --help)\
    """
        .formatted(command, words, description);
  }

  /** The exit status; empty if {@code arguments} name none of them. */
  static Optional<Integer> run(List<String> arguments) {
    return arguments.stream()
        .findFirst()
        .flatMap(BesideDaemon::named)
        .map(command -> command.action.applyAsInt(arguments.subList(1, arguments.size())));
  }

  private static int act(
      String command, List<String> options, ToIntFunction<DaemonOptions> action) {
    return switch (CommandLine.parse(options)) {
      case CommandLine.Parsed.Wrong(String message) -> wrong(message);
      case CommandLine.Parsed.Understood(CommandLine given) when given.has(Option.HELP) -> {
        System.out.println(usage(command));
        yield ExitStatus.OK;
      }
      case CommandLine.Parsed.Understood(CommandLine given) when !given.strays().isEmpty() ->
          wrong(
              "Unexpected argument '%s'%n%s".formatted(given.strays().getFirst(), usage(command)));
      case CommandLine.Parsed.Understood(CommandLine given) ->
          action.applyAsInt(options(command, given));
    };
  }

  /** What a daemon with these options would be asked to do. */
  static DaemonOptions options(String command, CommandLine given) {
    return new DaemonArguments(given, CalledAs.VRRPD, Background.callersDirectory())
        .options(List.of(command));
  }

  static String usage(String command) {
    return named(command).orElseThrow().usage();
  }

  private static int wrong(String message) {
    System.err.println(message);
    return ExitStatus.FAILURE;
  }
}
