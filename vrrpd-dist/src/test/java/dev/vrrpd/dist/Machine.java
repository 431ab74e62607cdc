package dev.vrrpd.dist;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network.Ipam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A container used as a machine: it does nothing by itself. */
final class Machine implements AutoCloseable {
  private final GenericContainer<?> container;

  Machine(String image, Network network, List<Capability> capabilities) {
    this(image, network, host -> allow(host, capabilities).withInit(true), "sleep", "infinity");
  }

  private Machine(String image, Network network, Consumer<HostConfig> host, String... command) {
    container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withImagePullPolicy(_ -> false)
            .withNetwork(network)
            .withCreateContainerCmdModifier(create -> host.accept(create.getHostConfig()))
            .withCommand(command);
    container.start();
  }

  /**
   * One whose process 1 is systemd. It gets a hierarchy of control groups of its own, and may mount
   * things: units ask for file systems of their own. Nothing of it needs a privileged container.
   */
  static Machine withSystemd(String image, Network network, List<Capability> capabilities) {
    return new Machine(
        image,
        network,
        host ->
            allow(host, capabilities)
                .withCgroupnsMode("private")
                .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
                .withTmpFs(Map.of("/run", "", "/run/lock", "", "/tmp", "")),
        "sh",
        "-c",
        "mount -t cgroup2 cgroup /sys/fs/cgroup && container=docker exec /lib/systemd/systemd");
  }

  /** Waits for systemd to have started what it starts. */
  static void awaitSystemd(Machine machine) {
    Waiting.until(
        "systemd is up",
        () -> {
          String state = machine.attempt("systemctl", "is-system-running").getStdout().strip();
          return state.equals("running") || state.equals("degraded");
        },
        () -> machine.attempt("systemctl", "list-jobs").getStdout());
  }

  private static HostConfig allow(HostConfig host, List<Capability> capabilities) {
    return host.withCapAdd(capabilities.toArray(Capability[]::new));
  }

  /** A network of its own with that subnet. */
  static Network network(String subnet) {
    return Network.builder()
        .createNetworkCmdModifier(
            create -> create.withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(subnet))))
        .build();
  }

  /** Runs a command, whatever comes of it. */
  ExecResult attempt(String... words) {
    try {
      return container.execInContainer(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Runs a command; a failure is the test's. */
  String exec(String... words) {
    ExecResult result = attempt(words);
    if (result.getExitCode() != 0) {
      throw new AssertionError(
          "%s: exit %d%n%s%s"
              .formatted(
                  String.join(" ", words),
                  result.getExitCode(),
                  result.getStdout(),
                  result.getStderr()));
    }
    return result.getStdout();
  }

  void copy(String file, String path) {
    container.copyFileToContainer(MountableFile.forHostPath(file), path);
  }

  void write(String path, String text) {
    exec("mkdir", "-p", path.substring(0, path.lastIndexOf('/')));
    container.copyFileToContainer(Transferable.of(text), path);
  }

  /** The one it was given on its network. */
  String address() {
    return exec("hostname", "-i").strip();
  }

  boolean holds(String address) {
    return exec("ip", "-o", "address").contains("inet " + address + "/");
  }

  /** Waits until the first holds the address and the second does not. */
  static void awaitHolder(Machine holder, Machine other, String address) {
    Waiting.until(
        "one machine, and only one, holds " + address,
        () -> holder.holds(address) && !other.holds(address),
        () -> holder.exec("ip", "-o", "address") + other.exec("ip", "-o", "address"));
  }

  @Override
  public void close() {
    container.stop();
  }
}
