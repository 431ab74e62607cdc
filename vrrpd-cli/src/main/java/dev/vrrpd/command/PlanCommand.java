package dev.vrrpd.command;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.change.ConfigChange;
import dev.vrrpd.core.config.change.FixedAtStart;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vrrpd reload --dry-run FILE}: what a new configuration would change. */
@Command(
    name = "reload",
    description = {
      "Prints what would change if FILE replaced the running configuration file.",
      "Exit status: 0 it would be accepted, 2 it would be refused."
    })
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--dry-run", required = true, description = "only say what would happen")
  @SuppressWarnings("UnusedVariable") // it must be said, and that is all
  private boolean dryRun;

  @Option(names = "--running", description = "the file in use; ${DEFAULT-VALUE}")
  private String running = "/etc/keepalived/keepalived.conf";

  @Parameters(paramLabel = "FILE", description = "the new configuration")
  private String file;

  @Override
  public Integer call() {
    HostFiles loader = new HostFiles("", false);
    Loaded before = loader.load(running);
    Loaded after = loader.load(file);
    Optional<DaemonConfig> fresh = after.forReload();
    if (before.config().isEmpty() || fresh.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.print(fresh.isEmpty() ? after.text() : before.text());
      err.println(
          fresh.isEmpty() ? "refused: nothing would change" : "the running file is not usable");
      err.flush();
      return 2;
    }
    return plan(before.config().get(), fresh.get());
  }

  private int plan(DaemonConfig before, DaemonConfig after) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> forbidding = FixedAtStart.forbidding(before, after);
    if (!forbidding.isEmpty()) {
      out.println("refused: " + String.join(" and ", forbidding) + " cannot change by a reload");
      out.flush();
      return 2;
    }
    List<ConfigChange> changes = ConfigChange.between(before, after);
    changes.forEach(out::println);
    if (changes.isEmpty()) {
      out.println("nothing would change");
    }
    List<String> waiting = FixedAtStart.waiting(before, after);
    if (!waiting.isEmpty()) {
      out.println("only a restart changes " + String.join(", ", waiting));
    }
    out.flush();
    return 0;
  }
}
