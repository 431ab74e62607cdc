package dev.vrrpd.core.sim;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.PeerAddresses;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.kernel.FakeKernel;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.RouterSnapshot;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.Envelope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A host with one daemon: a real {@link VrrpRouter} on a fake kernel, driven as the daemon's loop
 * drives it. The kernel outlives the process.
 */
final class Node {
  /** What came in, and what came out of it. */
  record Turn(Node node, Moment local, Input input, List<Output> outputs) {}

  /** How a check script behaves from now on. */
  record Behaviour(Duration takes, ScriptOutcome outcome, boolean hangs) {
    static final Behaviour GOOD =
        new Behaviour(Duration.ofMillis(5), new ScriptOutcome.Exited(0), false);
  }

  /** What clocks on the wall show when a simulation begins: 2026-11-21T00:00Z. */
  static final WallTime MIDNIGHT = new WallTime(1_795_219_200_000_000_000L);

  private final String name;
  private final VirtualLan lan;
  private final LocalClock clock;
  private final FakeKernel kernel;
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  private final Map<String, Long> runs = new HashMap<>();
  private final Queue<Input> backlog = new ArrayDeque<>();
  private Duration kernelDelay = Duration.ZERO;
  private Duration aheadOfTime = Duration.ZERO;
  private DaemonConfig config;
  private PeerAddresses peers = PeerAddresses.NONE;
  private VrrpRouter router = new VrrpRouter();

  /** Instances by name as last configured; one that is removed still says farewell. */
  private final Map<String, InstanceConfig> known = new HashMap<>();

  private boolean alive;
  private boolean frozen;
  private long armed;
  private long nextRun;

  Node(String name, VirtualLan lan, LocalClock clock) {
    this.name = name;
    this.lan = lan;
    this.clock = clock;
    this.kernel = new FakeKernel(this::kernelTold);
  }

  String name() {
    return name;
  }

  FakeKernel kernel() {
    return kernel;
  }

  DaemonConfig config() {
    return config;
  }

  void config(DaemonConfig other) {
    config = other;
  }

  void kernelDelay(Duration delay) {
    kernelDelay = delay;
  }

  void behaves(String script, Behaviour behaviour) {
    behaviours.put(script, behaviour);
  }

  boolean alive() {
    return alive;
  }

  boolean frozen() {
    return frozen;
  }

  RouterSnapshot snapshot() {
    return router.snapshot();
  }

  Moment nextDeadline() {
    return router.nextDeadline();
  }

  /** Its wall clock is set, or goes on wrong from the start. */
  void setClock(Duration ahead) {
    aheadOfTime = ahead;
    tellTime();
  }

  private void tellTime() {
    input(new Input.ClockSet(MIDNIGHT.plus(aheadOfTime)));
  }

  void start() {
    router = new VrrpRouter();
    alive = true;
    frozen = false;
    backlog.clear();
    runs.clear();
    tellTime();
    input(new Input.Reconfigure(config));
    kernel.resynchronize();
  }

  void reload() {
    input(new Input.Reconfigure(config));
  }

  /** A clean end. */
  void stop() {
    thaw();
    input(new Input.Stop());
    kernel.work();
    if (!router.finished()) {
      throw new AssertionError(name + " was stopped, all is answered, yet it is not finished");
    }
    alive = false;
  }

  /** The process is gone from one moment to the next; what the kernel was asked still happens. */
  void kill() {
    alive = false;
    frozen = false;
    kernel.work();
  }

  /** The process gets no processor; what comes queues up. */
  void freeze() {
    frozen = alive;
  }

  /** It looks at everything that has come before it looks at the clock. */
  void thaw() {
    if (!frozen) {
      return;
    }
    frozen = false;
    while (!backlog.isEmpty()) {
      turn(backlog.remove());
    }
    arm();
  }

  private void kernelTold(KernelEvent event) {
    input(new Input.KernelTold(event));
  }

  void input(Input input) {
    if (!alive) {
      return;
    }
    if (frozen) {
      backlog.add(input);
    } else {
      turn(input);
    }
  }

  private void turn(Input input) {
    Moment local = clock.read(lan.now());
    if (input instanceof Input.Reconfigure(DaemonConfig fresh)) {
      learn(fresh);
    } else if (input instanceof Input.PeerResolved(String peer, var addresses)) {
      peers = peers.with(peer, addresses);
      learn(config);
    }
    List<Output> outputs = router.handle(input, local);
    lan.happened(new Turn(this, local, input, outputs));
    outputs.forEach(this::run);
    arm();
  }

  private void learn(DaemonConfig fresh) {
    peers.applied(fresh).instances().forEach(instance -> known.put(instance.name(), instance));
  }

  private void arm() {
    long generation = ++armed;
    lan.at(
        clock.when(router.nextDeadline()),
        () -> {
          if (generation == armed && alive && !frozen) {
            turn(new Input.Tick());
          }
        });
  }

  private void run(Output output) {
    switch (output) {
      case Output.Transmit order -> transmit(order);
      case Output.AskKernel(var request) -> {
        if (request instanceof KernelRequest.Inquire inquiry) {
          lan.inquire(this, inquiry);
        }
        kernel.submit(request);
        lan.after(kernelDelay, kernel::step);
      }
      case Output.RunScript(var script) -> runScript(script.name());
      case Output.Recover(var check) ->
          lan.after(Duration.ZERO, () -> input(new Input.RecoveryEnded(check.name())));
      case Output.KillScript(String script, boolean forcibly) ->
          end(script, runs.get(script), new ScriptOutcome.Killed(forcibly ? 9 : 15));
      case Output.Notify _, Output.Tell _ -> {}
    }
  }

  private void runScript(String script) {
    Behaviour behaviour = behaviours.getOrDefault(script, Behaviour.GOOD);
    long run = nextRun++;
    runs.put(script, run);
    lan.after(Duration.ZERO, () -> input(new Input.ScriptStarted(script)));
    if (!behaviour.hangs()) {
      lan.after(behaviour.takes(), () -> end(script, run, behaviour.outcome()));
    }
  }

  private void end(String script, Long run, ScriptOutcome outcome) {
    if (run != null && runs.remove(script, run)) {
      lan.after(Duration.ZERO, () -> input(new Input.ScriptEnded(script, outcome)));
    }
  }

  private void transmit(Output.Transmit order) {
    InstanceConfig instance = known.get(order.instance());
    IpAddress source = source(instance);
    for (IpAddress destination : destinations(instance.transport())) {
      var envelope = new Envelope(source, destination, 255, 1, order.sequence());
      Authentication authentication = instance.parameters().authentication();
      byte[] octets =
          Advertisements.encode(
              order.advertisement(),
              authentication,
              instance.parameters().checksumRule(),
              envelope);
      lan.carry(this, instance.link(), Datagram.of(authentication, envelope, octets));
    }
  }

  private IpAddress source(InstanceConfig instance) {
    return instance
        .transport()
        .source()
        .or(() -> primary(instance))
        .orElse(IpAddress.of(new byte[instance.parameters().family().addressOctets()]));
  }

  private Optional<IpAddress> primary(InstanceConfig instance) {
    List<IpAddress> virtual = new ArrayList<>();
    instance.addresses().forEach(address -> virtual.add(address.address()));
    KernelView view = kernel.view();
    Family family = instance.parameters().family();
    return view.link(instance.link())
        .map(Link::index)
        .flatMap(index ->
            view.primaryAddress(index, family, virtual)
                .or(() -> view.primaryAddress(index, family, List.of())));
  }

  private static List<IpAddress> destinations(Transport transport) {
    return switch (transport) {
      case Transport.Multicast multicast -> List.of(multicast.group());
      case Transport.Unicast unicast ->
          unicast.peers().stream().map(Transport.Peer::address).toList();
    };
  }

  /** Whether a link of this name carries frames. */
  boolean carries(InterfaceName link) {
    return kernel.view().link(link).filter(Link::operational).isPresent();
  }
}
