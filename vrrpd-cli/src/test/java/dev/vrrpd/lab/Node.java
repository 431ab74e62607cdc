package dev.vrrpd.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * A machine of the lab: its own network, processes, {@code /run} and name, plugged into one or more
 * LANs.
 */
public final class Node implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("inet6? (\\S+)");

  private record Plug(Network network, String interfaceName, String mac, List<String> addresses) {}

  private final String name;
  private final int number;
  private final Path files;
  private final List<Plug> plugs = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private Namespace namespace;
  private Program monitor;

  Node(String name, int number, Path files) {
    this.name = name;
    this.number = number;
    this.files = files;
    this.namespace = new Namespace(name, files);
    this.monitor = watchNetwork();
  }

  public String name() {
    return name;
  }

  /** Adds an interface on a LAN; its MAC is 02:00:00:00:LAN:NODE. */
  public Node plug(Network network, String interfaceName, String... addresses) {
    String mac = "02:00:00:00:%02x:%02x".formatted(network.number(), number);
    var plug = new Plug(network, interfaceName, mac, List.of(addresses));
    plugs.add(plug);
    connect(plug);
    return this;
  }

  private void connect(Plug plug) {
    plug.network.plug(namespace, port(plug), plug.interfaceName, plug.mac);
    for (String address : plug.addresses) {
      exec("ip", "addr", "add", address, "dev", plug.interfaceName);
    }
    exec("ip", "link", "set", plug.interfaceName, "up");
  }

  private String port(Plug plug) {
    return "p" + number + "-" + plug.interfaceName;
  }

  /** Runs a command to its end; failing fails the test. */
  public String exec(String... words) {
    return Command.run(namespace.command(words));
  }

  /** Runs a command to its end, whatever comes of it. */
  public Command attempt(String... words) {
    return Command.attempt(namespace.command(words));
  }

  /** Starts a program that goes on running. */
  public Program start(String programName, String... words) {
    return start(programName, List.of(words));
  }

  public Program start(String programName, List<String> words) {
    var program = new Program(name + "/" + programName, namespace.entry(), words);
    programs.add(program);
    return program;
  }

  /** What was started here since the beginning, dead or alive. */
  List<Program> programs() {
    return List.copyOf(programs);
  }

  /** Writes a file that programs of this node can read; where they find it. */
  public Path write(String file, String text) {
    return write(file, text, "rw-r--r--");
  }

  /** Writes a script that programs of this node can run; where they find it. */
  public Path script(String file, String text) {
    return write(file, text, "rwxr-xr-x");
  }

  private Path write(String file, String text, String permissions) {
    try {
      Path path = files.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      return Namespace.HOME.resolve(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Text of a file in this node's directory, empty while there is none. */
  public String read(String file) {
    try {
      Path path = files.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The addresses of this node with their prefix lengths; none when its power is off. */
  public List<String> addresses() {
    return ADDRESS
        .matcher(attempt("ip", "-o", "addr").output())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  public boolean holds(String address) {
    return addresses().stream().anyMatch(cidr -> cidr.startsWith(address + "/"));
  }

  /**
   * Waits for the address to be here (or gone). Looks again at each change that the kernel
   * announces.
   */
  public void awaitAddress(String address, boolean there) {
    await((there ? "" : "not ") + "holding " + address, () -> holds(address) == there);
  }

  private void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Program.PATIENCE.toNanos();
    int mark = monitor.mark();
    while (!condition.getAsBoolean()) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (left.isNegative() || !monitor.awaitMore(mark, left)) {
        throw new AssertionError(
            "%s: waited in vain for %s; it has %s%n%s"
                .formatted(name, what, addresses(), transcript()));
      }
      mark = monitor.mark();
    }
  }

  /** {@code ip link set INTERFACE down}, by the machine's own operator. */
  public void linkDown(String interfaceName) {
    exec("ip", "link", "set", interfaceName, "down");
  }

  public void linkUp(String interfaceName) {
    exec("ip", "link", "set", interfaceName, "up");
  }

  /** Pulls (or puts back) the cable at the switch: the interface stays up without carrier. */
  public void cable(String interfaceName, boolean plugged) {
    for (Plug plug : plugs) {
      if (plug.interfaceName.equals(interfaceName)) {
        plug.network.carrier(port(plug), plugged);
      }
    }
  }

  /** Deletes an interface and makes it anew: the same name, another index. */
  public void replug(String interfaceName) {
    for (Plug plug : plugs) {
      if (plug.interfaceName.equals(interfaceName)) {
        plug.network.unplug(port(plug));
        connect(plug);
      }
    }
  }

  /** A partition of the LAN: isolated nodes do not hear each other, and none of them can tell. */
  public void isolate(boolean isolated) {
    plugs.forEach(plug -> plug.network.isolate(port(plug), isolated));
  }

  /** All processes and interfaces are gone at once; nobody says farewell. */
  public void powerOff() {
    namespace.close();
    plugs.forEach(plug -> plug.network.unplug(port(plug)));
  }

  /** The same machine again, with its interfaces and addresses, and nothing running. */
  public void powerOn() {
    namespace = new Namespace(name, files);
    plugs.forEach(this::connect);
    monitor = watchNetwork();
  }

  private Program watchNetwork() {
    return new Program(
        name + "/monitor", namespace.entry(), List.of("ip", "-o", "monitor", "link", "address"));
  }

  String transcript() {
    var text = new StringBuilder();
    for (Program program : programs) {
      text.append("--- ").append(program.name()).append('\n');
      text.append(program.transcript()).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    namespace.close();
    programs.forEach(Program::end);
  }
}
