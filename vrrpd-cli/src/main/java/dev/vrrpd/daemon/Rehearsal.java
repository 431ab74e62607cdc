package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.surface.Narrator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plays elections with a router of its own before the real one starts, so that a first failover
 * meets loaded and compiled code. Virtual time, no I/O, and nothing of it is left afterwards.
 */
final class Rehearsal {
  /** What is not needed to know the way is left out. */
  private static final int INSTANCES = 2;

  private static final int TICKS_BETWEEN_RIVALS = 8;

  private final DaemonConfig config;
  private final VrrpRouter router = new VrrpRouter();
  private final Deque<Input> inputs = new ArrayDeque<>();
  private Moment now = Moment.ZERO;

  private Rehearsal(DaemonConfig config) {
    List<InstanceConfig> some =
        config.instances().subList(0, Math.min(INSTANCES, config.instances().size()));
    this.config = new DaemonConfig(config.global(), config.scripts(), some, List.of());
  }

  /** Takes about as long as it may. */
  static void play(DaemonConfig config, Duration atMost) {
    Rehearsal rehearsal = new Rehearsal(config);
    long end = System.nanoTime() + atMost.toNanos();
    rehearsal.begin();
    for (int tick = 1; System.nanoTime() < end; tick++) {
      rehearsal.step(tick % TICKS_BETWEEN_RIVALS == 0);
    }
    rehearsal.handle(new Input.Stop());
  }

  private void begin() {
    handle(new Input.KernelTold(new KernelEvent.Resynchronized(scenery())));
    handle(new Input.Reconfigure(config));
  }

  private void step(boolean rivalSpeaks) {
    Moment deadline = router.nextDeadline();
    now = deadline.equals(Moment.NEVER) ? now.plus(Duration.ofSeconds(1)) : deadline;
    handle(new Input.Tick());
    if (rivalSpeaks) {
      config.instances().forEach(this::rivalSpeaks);
    }
  }

  private void handle(Input first) {
    inputs.add(first);
    for (Input input = inputs.poll(); input != null; input = inputs.poll()) {
      router.handle(input, now).forEach(this::perform);
    }
  }

  private void perform(Output output) {
    switch (output) {
      case Output.Transmit(String name, Advertisement advertisement) ->
          config.instances().stream()
              .filter(instance -> instance.name().equals(name))
              .forEach(instance -> encode(instance, advertisement));
      case Output.AskKernel(var request) ->
          inputs.add(new Input.KernelTold(new KernelEvent.Completed(request)));
      case Output.RunScript(var script) ->
          inputs.add(new Input.ScriptEnded(script.name(), new ScriptOutcome.Exited(0)));
      case Output.Tell(var note) -> {
        var _ = Narrator.lines(note);
      }
      case Output.KillScript _, Output.Notify _ -> {}
    }
  }

  private void rivalSpeaks(InstanceConfig instance) {
    var ours = instance.parameters();
    Advertisement advertisement =
        new Advertisement(
            ours.version(),
            ours.vrid(),
            Priority.OWNER,
            ours.advertisementInterval(),
            ours.addresses());
    Datagram datagram =
        new Datagram(
            address(ours.family(), 2), destination(instance), 255, encode(instance, advertisement));
    boolean unicast = instance.transport() instanceof Transport.Unicast;
    handle(new Input.Heard(instance.link(), unicast, datagram));
  }

  private static byte[] encode(InstanceConfig instance, Advertisement advertisement) {
    var ours = instance.parameters();
    return Advertisements.encode(
        advertisement,
        ours.authentication(),
        address(ours.family(), 2),
        destination(instance),
        ours.checksumRule());
  }

  private static IpAddress destination(InstanceConfig instance) {
    return switch (instance.transport()) {
      case Transport.Multicast(IpAddress group, var _) -> group;
      case Transport.Unicast _ -> address(instance.parameters().family(), 1);
    };
  }

  /** Documentation prefixes: RFC 5737; link-local for IPv6, as advertisements have it. */
  private static IpAddress address(Family family, int host) {
    return IpAddress.of(family == Family.IPV4 ? "192.0.2." + host : "fe80::" + host);
  }

  private KernelView scenery() {
    List<Link> links = new ArrayList<>();
    List<InterfaceAddress> addresses = new ArrayList<>();
    for (InterfaceName name :
        config.instances().stream().map(InstanceConfig::link).distinct().toList()) {
      int index = links.size() + 1;
      links.add(
          new Link(
              index,
              name,
              true,
              true,
              true,
              false,
              Optional.of(new MacAddress(index)),
              1500,
              OptionalInt.empty(),
              ""));
      for (Family family : Family.values()) {
        addresses.add(
            new InterfaceAddress(index, address(family, 1), family.addressBits() / 2, 0, 0x80, 0));
      }
    }
    return new KernelView(links, addresses);
  }
}
