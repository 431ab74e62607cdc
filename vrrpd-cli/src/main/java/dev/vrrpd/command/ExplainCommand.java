package dev.vrrpd.command;

import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.explain.Explanation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vrrpd explain FILE}: what a configuration will do, in words and numbers. */
@Command(
    name = "explain",
    description = "Says who is Active, how long addresses are away at worst, what trackers can do.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a configuration")
  private String file;

  @Override
  public Integer call() {
    Loaded loaded = new HostFiles("", false).load(file);
    if (loaded.config().isEmpty()) {
      spec.commandLine().getErr().print(loaded.text());
      spec.commandLine().getErr().flush();
      return 2;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(Explanation.of(loaded.config().get()));
    out.flush();
    return 0;
  }
}
