package dev.vrrpd.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the subcommands; the daemon itself does not come here. */
@Command(
    name = "vrrpd",
    description = "VRRP for Linux. Without a subcommand: the daemon, with keepalived's options.",
    subcommands = {
      CheckCommand.class,
      DemoCommand.class,
      ExplainCommand.class,
      HelpCommand.class,
      PlanCommand.class
    })
final class Subcommands {
  private Subcommands() {}

  /** The exit status. */
  static int run(List<String> arguments) {
    String first = arguments.getFirst();
    if (first.contains("/") || first.endsWith(".conf")) {
      System.err.printf(
          "'%s' is no command. To run with it: vrrpd -f %s; to look for mistakes: vrrpd check %s%n",
          first, first, first);
      return 2;
    }
    return new CommandLine(new Subcommands()).execute(arguments.toArray(String[]::new));
  }
}
