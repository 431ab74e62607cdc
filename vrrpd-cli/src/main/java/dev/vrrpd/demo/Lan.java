package dev.vrrpd.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The demo's network, inside the network and mount namespaces that {@link Seclusion} made: a bridge
 * with the client on it, and one namespace for each router. It has no way out and nothing to clean
 * up: it ends with the process.
 *
 * <pre>
 *   client 10.77.0.9 = br0 ---+--- eth0 10.77.0.2  router-a
 *                             +--- eth0 10.77.0.3  router-b
 * </pre>
 */
final class Lan {
  static final String BRIDGE = "br0";
  static final String CLIENT = "10.77.0.9";
  static final String VIRTUAL_ADDRESS = "10.77.0.100";

  private Lan() {}

  static void build(List<DemoRouter> routers) throws InterruptedException {
    Shell.run("mount", "-t", "tmpfs", "tmpfs", "/run");
    Shell.run("ip", "link", "set", "lo", "up");
    Shell.run("ip", "link", "add", BRIDGE, "type", "bridge", "forward_delay", "0");
    Shell.run("ip", "address", "add", CLIENT + "/24", "dev", BRIDGE);
    Shell.run("ip", "link", "set", BRIDGE, "up");
    for (DemoRouter router : routers) {
      String name = router.name();
      Shell.run("ip", "netns", "add", name);
      Shell.run("ip", "link", "add", router.port(), "type", "veth", "peer", "eth0", "netns", name);
      Shell.run("ip", "link", "set", router.port(), "master", BRIDGE, "up");
      Shell.run("ip", "-n", name, "link", "set", "lo", "up");
      Shell.run("ip", "-n", name, "address", "add", router.address() + "/24", "dev", "eth0");
      Shell.run("ip", "-n", name, "link", "set", "eth0", "address", router.mac().toString(), "up");
    }
  }

  static void plug(DemoRouter router, boolean in) throws InterruptedException {
    Shell.run("ip", "link", "set", router.port(), in ? "up" : "down");
  }

  /** Whether the virtual address is on the router's link now. */
  static boolean holdsVirtualAddress(DemoRouter router) throws InterruptedException {
    return Shell.run("ip", "-n", router.name(), "-4", "-o", "address", "show", "dev", "eth0")
        .contains(" " + VIRTUAL_ADDRESS + "/");
  }

  /** A file of the demo, in its own private /run. */
  static Path file(String name, String content) {
    try {
      return Files.writeString(Path.of("/run", name), content);
    } catch (IOException refused) {
      throw new DemoException("cannot write /run/" + name + ": " + refused.getMessage());
    }
  }
}
