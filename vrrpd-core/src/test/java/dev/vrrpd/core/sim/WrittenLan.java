package dev.vrrpd.core.sim;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.Files;
import dev.vrrpd.core.config.LoadOptions;
import dev.vrrpd.core.config.Loaded;
import dev.vrrpd.core.config.SmallMachine;
import dev.vrrpd.core.config.load.Configuration;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.router.Counter;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Note;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.wire.Datagram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Routers on a LAN in virtual time, each configured by a text as an operator writes it, and all
 * that comes out of them.
 */
final class WrittenLan {
  private static final long MILLI = 1_000_000;

  private final VirtualLan lan = new VirtualLan(new SplittableRandom(1), this::happened);
  private final List<Done> done = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private long forgotten;

  private record Done(String node, long millis, Output output) {}

  private record Heard(String node, Datagram datagram) {}

  private void happened(Node.Turn turn) {
    if (turn.input() instanceof Input.Heard(var _, var _, Datagram datagram)) {
      heard.add(new Heard(turn.node().name(), datagram));
    }
    turn.outputs().forEach(output -> done.add(new Done(turn.node().name(), now(), output)));
  }

  private long now() {
    return lan.now() / MILLI;
  }

  /** One more router, begun now. */
  Node start(String name, String text) {
    return start(name, text, 0);
  }

  /**
   * @param seed of what a configuration leaves to chance
   */
  Node start(String name, String text, long seed) {
    Node node = lan.host(name);
    node.config(load(text, seed));
    node.start();
    return node;
  }

  /** For a machine that was started four seconds ago. */
  private static DaemonConfig load(String text, long seed) {
    var options =
        new LoadOptions(
            "lb1",
            Map.of(),
            seed,
            false,
            new SmallMachine(Duration.ofSeconds(4)),
            LoadOptions.elsewhere("").room());
    Loaded loaded = Configuration.load(Files.of(text), "vrrpd.conf", options);
    return loaded.config().orElseThrow(() -> new AssertionError(loaded.text()));
  }

  Medium medium() {
    return lan.medium();
  }

  WrittenLan run(int seconds) {
    return run(Duration.ofSeconds(seconds));
  }

  WrittenLan run(Duration time) {
    lan.run(time);
    return this;
  }

  /** What has happened so far is nobody's concern, and time begins anew. */
  WrittenLan forget() {
    done.clear();
    heard.clear();
    forgotten = now();
    return this;
  }

  /** Outputs of one kind, in order. */
  <T extends Output> List<T> of(String node, Class<T> kind) {
    return by(node).map(Done::output).filter(kind::isInstance).map(kind::cast).toList();
  }

  private Stream<Done> by(String node) {
    return done.stream().filter(each -> each.node().equals(node));
  }

  /** What a router asked of its kernel, of one kind, in order. */
  <T extends KernelRequest> List<T> asked(String node, Class<T> kind) {
    return of(node, Output.AskKernel.class).stream()
        .map(Output.AskKernel::request)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** When it did something of a kind, in milliseconds. */
  List<Long> moments(String node, Class<? extends Output> kind) {
    return by(node)
        .filter(each -> kind.isInstance(each.output()))
        .map(each -> each.millis() - forgotten)
        .toList();
  }

  /** When it announced something, in milliseconds. */
  List<Long> announcements(String node) {
    return by(node)
        .filter(each ->
            each.output() instanceof Output.AskKernel(var request)
                && request instanceof KernelRequest.Announce)
        .map(each -> each.millis() - forgotten)
        .toList();
  }

  /** When its instances entered other roles, in milliseconds. */
  List<Long> turns(String node) {
    return by(node)
        .filter(each ->
            each.output() instanceof Output.Tell(var note) && note instanceof Note.RoleEntered)
        .map(each -> each.millis() - forgotten)
        .toList();
  }

  /** What arrived. */
  List<Datagram> heard(String node) {
    return heard.stream().filter(each -> each.node().equals(node)).map(Heard::datagram).toList();
  }

  /** Its first instance as it is now. */
  RouterSnapshot.Instance instance(String node) {
    return lan.node(node).snapshot().instances().getFirst();
  }

  Note.Role role(String node) {
    return instance(node).role();
  }

  long count(String node, Counter counter) {
    return instance(node).counters().getOrDefault(counter, 0L);
  }
}
