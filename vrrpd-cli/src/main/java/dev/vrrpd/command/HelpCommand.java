package dev.vrrpd.command;

import dev.vrrpd.docs.Keyword;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vrrpd help [KEYWORD]}: what a keyword of the configuration means. */
@Command(
    name = "help",
    description = "Explains a keyword of the configuration, or lists the commands.",
    helpCommand = true)
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "KEYWORD", description = "as it stands in a file")
  private String keyword;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (keyword == null) {
      spec.parent().commandLine().usage(out);
      out.println("With the options of the daemon itself:");
      out.println(BesideDaemon.list());
      return 0;
    }
    Optional<BesideDaemon> beside = BesideDaemon.named(keyword);
    if (beside.isPresent()) {
      out.println(beside.get().usage());
      return 0;
    }
    if (spec.parent().subcommands().containsKey(keyword)) {
      spec.parent().subcommands().get(keyword).usage(out);
      return 0;
    }
    List<Keyword> rows = Keyword.named(keyword);
    if (rows.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("there is no keyword '%s'".formatted(keyword));
      Keyword.near(keyword).ifPresent(near -> err.println("did you mean '%s'?".formatted(near)));
      return 1;
    }
    rows.forEach(row -> out.println(row.help()));
    out.flush();
    return 0;
  }
}
