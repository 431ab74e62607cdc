package dev.vrrpd.dist;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.DockerImageName;

/** A compose file of docker/, up: what a user gets from {@code docker compose up}. */
final class Stack implements AutoCloseable {
  private final DockerClient docker = DockerClientFactory.instance().client();
  private final Instructions readme;
  private final Map<String, String> environment;
  private final String name;
  private final List<GenericContainer<?>> clients = new ArrayList<>();

  /** Types the command of the directory's README that starts everything. */
  Stack(String directory) {
    Images.make();
    name = "vt" + ProcessHandle.current().pid() + directory.replace("-", "");
    readme = Instructions.of("docker/" + directory + "/README.md");
    environment = new HashMap<>(Images.environment());
    environment.put("COMPOSE_PROJECT_NAME", name);
    follow(" up -d");
  }

  /** Types the first command of the README that contains the words. */
  String follow(String words) {
    return readme.follow(words, environment);
  }

  /** The same, again and again until the output is as expected: an address takes its time. */
  void follow(String words, String regex) {
    Pattern pattern = Pattern.compile(regex);
    String command = readme.command(words);
    await(
        command + " says /" + regex + "/",
        () -> pattern.matcher(readme.attempt(words, environment).output()).find());
  }

  private List<Container> containers() {
    return docker.listContainersCmd().withShowAll(true).exec().stream()
        .filter(c -> c.getLabels().getOrDefault("com.docker.compose.project", "").startsWith(name))
        .toList();
  }

  private Container container(String service) {
    return containers().stream()
        .filter(c -> service.equals(c.getLabels().get("com.docker.compose.service")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no container of service " + service));
  }

  private ContainerState state(String service) {
    return new Existing(docker, container(service));
  }

  /** Runs a command in a service's container, whatever comes of it. */
  ExecResult attempt(String service, String... words) {
    try {
      return state(service).execInContainer(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Runs a command in a service's container; a failure is the test's. */
  String exec(String service, String... words) {
    ExecResult result = attempt(service, words);
    if (result.getExitCode() != 0) {
      throw new AssertionError(
          "%s in %s: exit %d%n%s%s"
              .formatted(
                  String.join(" ", words),
                  service,
                  result.getExitCode(),
                  result.getStdout(),
                  result.getStderr()));
    }
    return result.getStdout();
  }

  /** {@code docker compose stop}. */
  void stop(String service) {
    docker.stopContainerCmd(container(service).getId()).withTimeout(5).exec();
  }

  /** {@code docker compose kill}: nobody says farewell. */
  void kill(String service) {
    docker.killContainerCmd(container(service).getId()).exec();
  }

  /** {@code docker compose start}. */
  void start(String service) {
    docker.startContainerCmd(container(service).getId()).exec();
  }

  /** What the image's own health check says. */
  String health(String service) {
    return docker
        .inspectContainerCmd(container(service).getId())
        .exec()
        .getState()
        .getHealth()
        .getStatus();
  }

  /** Of a stopped one. */
  long exitCode(String service) {
    return docker
        .inspectContainerCmd(container(service).getId())
        .exec()
        .getState()
        .getExitCodeLong();
  }

  boolean running(String service) {
    return container(service).getState().equals("running");
  }

  String logs(String service) {
    return state(service).getLogs();
  }

  /** Whether the service's network has the address; a stopped one has none. */
  boolean holds(String service, String address) {
    return running(service)
        && attempt(service, "ip", "-o", "address", "show")
            .getStdout()
            .contains("inet " + address + "/");
  }

  void awaitHolder(String service, String address) {
    await(service + " holds " + address, () -> holds(service, address));
  }

  void awaitLog(String service, String regex) {
    Pattern pattern = Pattern.compile(regex);
    await(service + " logs /" + regex + "/", () -> pattern.matcher(logs(service)).find());
  }

  void await(String what, BooleanSupplier condition) {
    Waiting.until(what, condition, this::transcript);
  }

  /** A machine beside the others on a network of the compose file. */
  Client client(String network) {
    String whole =
        docker.listNetworksCmd().exec().stream()
            .map(n -> n.getName())
            .filter(n -> n.startsWith(name) && n.endsWith("_" + network))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no network " + network));
    GenericContainer<?> client =
        new GenericContainer<>(DockerImageName.parse(Images.DEBIAN))
            .withImagePullPolicy(PullPolicy.defaultPolicy())
            .withNetworkMode(whole)
            .withCommand("sleep", "infinity");
    client.start();
    clients.add(client);
    return new Client(client);
  }

  String transcript() {
    return containers().stream()
        .map(c -> c.getLabels().get("com.docker.compose.service"))
        .sorted()
        .map(service -> "--- " + service + "\n" + logs(service))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    clients.forEach(GenericContainer::stop);
    Engine.type(readme.command(" up -d").replace(" up -d", " down -v -t 0"), environment).orFail();
  }

  /** Somebody who asks for web pages. */
  record Client(GenericContainer<?> container) {
    /** The body, or nothing if there was no answer of status 200 within two seconds. */
    String get(String... options) {
      List<String> words = new ArrayList<>(List.of("curl", "-fsS", "-m", "2"));
      words.addAll(List.of(options));
      try {
        ExecResult result = container.execInContainer(words.toArray(String[]::new));
        return result.getExitCode() == 0 ? result.getStdout() : "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** A container that somebody else has started. */
  private record Existing(DockerClient client, Container found) implements ContainerState {
    @Override
    public DockerClient getDockerClient() {
      return client;
    }

    @Override
    public String getContainerId() {
      return found.getId();
    }

    @Override
    public InspectContainerResponse getContainerInfo() {
      return client.inspectContainerCmd(found.getId()).exec();
    }

    @Override
    public List<Integer> getExposedPorts() {
      return List.of();
    }
  }
}
