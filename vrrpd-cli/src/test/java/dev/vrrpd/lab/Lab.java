package dev.vrrpd.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Machines on LANs, for one test. Closing ends all of it. Independent of every other lab, so that
 * several tests can run at once.
 */
public final class Lab implements AutoCloseable {
  /** Number of a test's first node; the MAC of node "a" thus ends in 0a. */
  private static final int FIRST_NODE = 10;

  private final Path directory;
  private final Namespace switchboard;
  private final List<Network> networks = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Capture> captures = new ArrayList<>();

  /**
   * @param directory of its own; removed by {@link #discard}
   */
  public Lab(Path directory) {
    this.directory = directory;
    this.switchboard = new Namespace("switch", directory);
    network();
  }

  /** The LAN that every node is on as eth0. */
  public Network lan() {
    return networks.getFirst();
  }

  /** One more LAN. */
  public Network network() {
    var network = new Network(switchboard, directory, networks.size());
    networks.add(network);
    return network;
  }

  /** A machine on the LAN, its eth0 with these addresses. */
  public Node node(String name, String... addresses) {
    try {
      Path home = Files.createDirectory(directory.resolve(name));
      var node = new Node(name, FIRST_NODE + nodes.size(), home);
      nodes.add(node);
      return node.plug(lan(), "eth0", addresses);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts listening on the LAN. */
  public Capture capture() {
    Capture capture = lan().capture();
    captures.add(capture);
    return capture;
  }

  /** Names of the nodes that hold an address at this moment. */
  public List<String> holders(String address) {
    return nodes.stream().filter(node -> node.holds(address)).map(Node::name).toList();
  }

  /** Waits until this node, and no other, holds the address. */
  public void awaitOnly(Node holder, String address) {
    holder.awaitAddress(address, true);
    nodes.stream()
        .filter(node -> node != holder)
        .forEach(node -> node.awaitAddress(address, false));
  }

  /** What every program printed, for a failure's report. */
  String transcript() {
    return String.join("\n", nodes.stream().map(Node::transcript).toList());
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    captures.forEach(Capture::close);
    nodes.forEach(Node::close);
    switchboard.close();
  }

  /** Removes the files of a closed lab. */
  public void discard() {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
