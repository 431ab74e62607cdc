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
    return new CommandLine(new Subcommands()).execute(arguments.toArray(String[]::new));
  }
}
