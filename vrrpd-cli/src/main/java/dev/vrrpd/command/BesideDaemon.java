package dev.vrrpd.command;

import dev.vrrpd.daemon.Background;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Subcommands with the options of the daemon itself, for service managers and operators. */
final class BesideDaemon {
  private static final Map<String, ToIntFunction<DaemonOptions>> COMMANDS =
      Map.of(
          "cleanup",
          Cleanup::run,
          "drain",
          Drain::start,
          "undrain",
          Drain::end,
          "reload-test",
          options -> new ConfigurationFile(options).testReload());

  private BesideDaemon() {}

  /** The exit status; empty if {@code arguments} name none of them. */
  static Optional<Integer> run(List<String> arguments) {
    return arguments.stream()
        .findFirst()
        .map(COMMANDS::get)
        .map(command -> run(command, arguments));
  }

  private static int run(ToIntFunction<DaemonOptions> command, List<String> arguments) {
    return switch (CommandLine.parse(arguments.subList(1, arguments.size()))) {
      case CommandLine.Parsed.Wrong(String message) -> {
        System.err.println(message);
        yield ExitStatus.FAILURE;
      }
      case CommandLine.Parsed.Understood(CommandLine given) ->
          command.applyAsInt(
              new DaemonArguments(given, CalledAs.VRRPD, Background.callersDirectory())
                  .options(List.of(arguments.getFirst())));
    };
  }
}
