package dev.vrrpd.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One LAN: a bridge without spanning tree or snooping, in the switch's own namespaces. */
public final class Network {
  private final Namespace switchboard;
  private final Path directory;
  private final String bridge;
  private final int number;

  Network(Namespace switchboard, Path directory, int number) {
    this.switchboard = switchboard;
    this.directory = directory;
    this.number = number;
    this.bridge = "br" + number;
    ip("link", "add", bridge, "type", "bridge", "forward_delay", "0", "mcast_snooping", "0");
    ip("link", "set", bridge, "up");
  }

  int number() {
    return number;
  }

  /** Lays a cable between this LAN and an interface of a node. */
  void plug(Namespace node, String port, String interfaceName, String mac) {
    String pid = Long.toString(node.pid());
    ip(
        "link",
        "add",
        port,
        "type",
        "veth",
        "peer",
        "name",
        interfaceName,
        "address",
        mac,
        "netns",
        pid);
    ip("link", "set", port, "master", bridge, "up");
  }

  /** Takes a cable away, whether or not its node still exists. */
  void unplug(String port) {
    Command.attempt(switchboard.command("ip", "link", "del", port));
  }

  /** Carrier of the cable's other end. */
  void carrier(String port, boolean on) {
    ip("link", "set", port, on ? "up" : "down");
  }

  /**
   * Cuts (or restores) the way between this port and all other isolated ones; the carrier stays.
   */
  void isolate(String port, boolean isolated) {
    ip("link", "set", port, "type", "bridge_slave", "isolated", isolated ? "on" : "off");
  }

  /** Listens to all that crosses this LAN and that VRRP is judged by. */
  public Capture capture() {
    return new Capture(
        switchboard, bridge, directory.resolve(bridge + "-" + System.nanoTime() + ".pcap"));
  }

  /** Outside of the switch's process namespace: other nodes are named by their pid. */
  private void ip(String... words) {
    var command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    Command.run(switchboard.networkCommand(command));
  }
}
