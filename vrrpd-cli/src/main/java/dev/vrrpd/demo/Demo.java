package dev.vrrpd.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole demo.
 *
 * @param peer what the second router runs: {@code vrrpd} or {@code keepalived}
 * @param keep leave the routers running, to play with, until interrupted
 * @param picture where to draw what was measured
 */
public record Demo(String peer, boolean keep, Optional<Path> picture) {

  /** The exit status. */
  public int run() throws Exception {
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
