package dev.vrrpd.command;

import dev.vrrpd.demo.Demo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vrrpd demo}. */
@Command(
    name = "demo",
    description =
        "Shows a failover: two routers and a client in namespaces of their own, measured and explained.")
final class DemoCommand implements Callable<Integer> {

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
    return new Demo(peer, keep, picture).run();
  }
}
