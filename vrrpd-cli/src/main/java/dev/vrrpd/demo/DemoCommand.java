package dev.vrrpd.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vrrpd demo}. */
@Command(
    name = "demo",
    description =
        "Shows a failover: two routers and a client in namespaces of their own, measured and explained.")
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--peer",
      paramLabel = "vrrpd|keepalived",
      defaultValue = "vrrpd",
      description = "What the second router runs (default: ${DEFAULT-VALUE}).")
  private String peer;

  @Option(names = "--keep", description = "Leave the routers running, to play with, until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Also draw what was measured as a picture.")
  private Optional<Path> picture = Optional.empty();

  @Override
  public Integer call() throws Exception {
    try {
      return Seclusion.inside() ? perform() : Seclusion.enter();
    } catch (DemoException failure) {
      System.err.println("vrrpd demo: " + failure.getMessage());
      return 1;
    }
  }

  private int perform() throws Exception {
    RouterProcess.Program second =
        switch (peer) {
          case "vrrpd" -> RouterProcess.Program.VRRPD;
          case "keepalived" -> RouterProcess.Program.KEEPALIVED;
          default -> throw new DemoException("--peer is vrrpd or keepalived, not '" + peer + "'");
        };
    DemoRouter a = new DemoRouter('a', 2, 150);
    DemoRouter b = new DemoRouter('b', 3, 100);
    Lan.build(List.of(a, b));
    RouterProcess first = new RouterProcess(a, RouterProcess.Program.VRRPD);
    new Performance(first, new RouterProcess(b, second)).run(keep, picture);
    return 0;
  }
}
