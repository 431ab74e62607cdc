package dev.vrrpd.command;

import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.cluster.ClusterCheck;
import dev.vrrpd.core.config.diagnostic.Diagnostic;
import dev.vrrpd.core.config.diagnostic.Folding;
import dev.vrrpd.core.config.diagnostic.Severity;
import dev.vrrpd.core.config.diagnostic.Span;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vrrpd check FILE ...}: everything that is wrong with files, alone and together. */
@Command(
    name = "check",
    description = {
      "Checks configuration files. Several files are taken for the nodes of one cluster.",
      "Exit status: 0 nothing worse than a notice, 1 warnings, 2 errors."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "one for each node")
  private List<String> files;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}")
  private DiagnosticFormat format = DiagnosticFormat.text;

  @Option(names = "--all", description = "as text, too, each of many findings that say the same")
  private boolean all;

  @Option(
      names = "--here",
      description = "interfaces, users and scripts have to be those of this machine")
  private boolean here;

  @Option(
      names = {"-i", "--config-id"},
      description = "configuration id of @ID lines")
  private String configurationId = "";

  @Override
  public Integer call() {
    HostFiles loader = new HostFiles(configurationId, here);
    Map<String, Loaded> nodes = new LinkedHashMap<>();
    files.forEach(file -> nodes.put(file, loader.load(file)));
    List<Diagnostic> found = new ArrayList<>();
    nodes.values().forEach(loaded -> found.addAll(loaded.diagnostics()));
    if (nodes.size() > 1) {
      found.addAll(ClusterCheck.check(nodes));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.print(shown(found, nodes), span -> line(nodes, span)));
    out.flush();
    return status(found);
  }

  private List<Diagnostic> shown(List<Diagnostic> found, Map<String, Loaded> nodes) {
    return all || format != DiagnosticFormat.text
        ? found
        : Folding.fold(
            found,
            nodes.values().stream()
                .flatMap(loaded -> loaded.instancePlaces().keySet().stream())
                .collect(Collectors.toSet()));
  }

  private static Optional<String> line(Map<String, Loaded> nodes, Span span) {
    return nodes.values().stream().flatMap(loaded -> loaded.line(span).stream()).findFirst();
  }

  private static int status(List<Diagnostic> found) {
    if (found.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
      return 2;
    }
    return found.stream().anyMatch(each -> each.severity() == Severity.WARNING) ? 1 : 0;
  }
}
