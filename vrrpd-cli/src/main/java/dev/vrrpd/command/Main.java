package dev.vrrpd.command;

import dev.vrrpd.daemon.Background;
import dev.vrrpd.daemon.Daemon;
import dev.vrrpd.daemon.DaemonOptions;
import dev.vrrpd.daemon.ExitStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door. A first word without a dash is a subcommand; everything else is keepalived's command
 * line and becomes the daemon, without any framework between.
 */
public final class Main {
  /** What {@code kill} wants to be told; keepalived(8), {@code --signum}. */
  private static final Map<String, Integer> SIGNALS =
      Map.of("STOP", 15, "RELOAD", 1, "DATA", 10, "STATS", 12, "STATS_CLEAR", 63, "JSON", 36);

  private Main() {}

  /**
   * Leaves by halt: shutdown hooks could only delay an exit on which a failover may wait, and a
   * defect of the start must not leave a process that does nothing.
   */
  @SuppressWarnings("CatchAndPrintStackTrace") // the log is closed by then
  public static void main(String[] arguments) {
    int status = ExitStatus.DEFECT;
    try {
      status = run(List.of(arguments));
    } catch (RuntimeException | Error defect) {
      defect.printStackTrace();
    }
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(status);
  }

  private static int run(List<String> arguments) {
    Optional<Integer> beside = BesideDaemon.run(arguments);
    if (beside.isPresent()) {
      return beside.get();
    }
    if (!arguments.isEmpty() && !arguments.getFirst().startsWith("-")) {
      return Subcommands.run(arguments);
    }
    return switch (CommandLine.parse(arguments)) {
      case CommandLine.Parsed.Wrong(String message) -> wrong(message);
      case CommandLine.Parsed.Understood(CommandLine given) -> run(given, arguments);
    };
  }

  private static int run(CommandLine given, List<String> arguments) {
    CalledAs calledAs = CalledAs.fromLauncher();
    given.strays().forEach(stray -> System.err.println("Unexpected argument '" + stray + "'"));
    if (given.has(Option.VERSION)) {
      System.err.print(VersionText.text(calledAs));
      return ExitStatus.OK;
    }
    if (given.has(Option.HELP)) {
      System.err.println(calledAs.usage());
      return ExitStatus.OK;
    }
    if (given.has(Option.SIGNUM)) {
      return signalNumber(given.value(Option.SIGNUM).orElse(""));
    }
    DaemonArguments meaning = new DaemonArguments(given, calledAs, Background.callersDirectory());
    try {
      List<String> commandLine = new ArrayList<>(arguments);
      commandLine.addFirst(calledAs.program());
      return run(given, meaning.options(commandLine), calledAs);
    } catch (IllegalArgumentException e) {
      return wrong(e.getMessage());
    }
  }

  private static int run(CommandLine given, DaemonOptions options, CalledAs calledAs) {
    ConfigurationFile file = new ConfigurationFile(options);
    if (given.has(Option.CONFIG_TEST)) {
      return file.test(given.value(Option.CONFIG_TEST));
    }
    if (options.background()) {
      if (!Background.isChild()) {
        return launch();
      }
      Background.leaveSession();
    }
    return new Daemon(options, file, VersionText.banner(calledAs)).run();
  }

  private static int launch() {
    try {
      return Background.launch();
    } catch (IOException e) {
      System.err.println("cannot start in the background: " + e.getMessage());
      return ExitStatus.FAILURE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return ExitStatus.FAILURE;
    }
  }

  private static int signalNumber(String name) {
    Integer number = SIGNALS.get(name);
    if (number == null) {
      System.err.println("Unknown sigfunc " + name);
      return ExitStatus.FAILURE;
    }
    System.out.println(number);
    return ExitStatus.OK;
  }

  private static int wrong(String message) {
    System.err.println(message);
    return ExitStatus.FAILURE;
  }
}
