package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.VrrpRouter;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.Moment;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.Envelope;
import dev.vrrpd.door.Fifos;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.packet.AdvertisementSocket;
import dev.vrrpd.netlink.packet.Endpoint;
import dev.vrrpd.netlink.packet.OutgoingDatagram;
import dev.vrrpd.netlink.packet.SendOutcome;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.CheckScripts;
import dev.vrrpd.script.HostAccounts;
import dev.vrrpd.script.Notifier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays elections before the real ones, on a loop of its own making, so that a first failover meets
 * loaded, linked and compiled code on its whole way but the system calls. Virtual time, no I/O, and
 * nothing of it is left afterwards.
 */
final class Rehearsal {
  /** What is not needed to know the way is left out. */
  private static final int INSTANCES = 2;

  private static final int TICKS_BETWEEN_RIVALS = 8;

  /** Goes through the whole log and ends nowhere. */
  private static final Logger NOWHERE = LoggerFactory.getLogger("rehearsal");

  private final DaemonConfig config;
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final AdvertisementPorts ports;
  private final CheckScripts checks;
  private final Notifier notifier;
  private final DaemonLoop loop;
  private Runnable deadlineReached = () -> {};
  private Moment deadline = Moment.NEVER;
  private Moment now = Moment.ZERO;
  private long sequence;

  private Rehearsal(LoadedConfig loaded) {
    DaemonConfig whole = loaded.config();
    List<InstanceConfig> some =
        whole.instances().subList(0, Math.min(INSTANCES, whole.instances().size()));
    config = new DaemonConfig(whole.global(), whole.scripts(), some, List.of());
    ports = new AdvertisementPorts(Rehearsal::socket, this::turn, NOWHERE);
    checks = new CheckScripts(this::launch, this::turn);
    notifier = new Notifier(this::launch, _ -> new Timer(_ -> {}), NOWHERE);
    checks.use(loaded.scripts());
    notifier.use(config, loaded.scripts());
    Fifos none =
        new Fifos(_ -> {}, later::add, this::launch, _ -> new Timer(_ -> {}), new HostAccounts());
    loop =
        new DaemonLoop(
            new VrrpRouter(),
            new Performer(ports, this::ask, checks, notifier, new Journal(NOWHERE), none),
            () -> now,
            this::timer,
            ports::drain,
            _ -> {});
  }

  /** Takes about as long as it may. */
  static void play(LoadedConfig loaded, Duration atMost) {
    Rehearsal rehearsal = new Rehearsal(loaded);
    long end = System.nanoTime() + atMost.toNanos();
    rehearsal.begin();
    for (int tick = 1; System.nanoTime() < end; tick++) {
      rehearsal.step(tick % TICKS_BETWEEN_RIVALS == 0);
    }
    rehearsal.turn(new Input.Stop());
  }

  private void begin() {
    told(new KernelEvent.Resynchronized(scenery()));
    ports.use(config);
    turn(new Input.Reconfigure(config));
    ports.settle(config);
  }

  private void step(boolean rivalSpeaks) {
    now = deadline.equals(Moment.NEVER) ? now.plus(Duration.ofSeconds(1)) : deadline;
    deadlineReached.run();
    if (rivalSpeaks) {
      config.instances().forEach(this::rivalSpeaks);
    }
    for (Runnable next = later.poll(); next != null; next = later.poll()) {
      next.run();
    }
  }

  private void turn(Input input) {
    loop.turn(input);
  }

  private void told(KernelEvent event) {
    ports.told(event);
    turn(new Input.KernelTold(event));
  }

  private void ask(KernelRequest request) {
    later.add(() -> told(new KernelEvent.Completed(request)));
  }

  private ChildProcess launch(Program program, Consumer<ChildEnd> onEnd) {
    later.add(() -> onEnd.accept(new ChildEnd.Exited(0)));
    return new ChildProcess() {
      @Override
      public int pid() {
        return 0;
      }

      @Override
      public void signal(int signal) {}
    };
  }

  private LoopTimer timer(Runnable onDue) {
    deadlineReached = onDue;
    return new Timer(nanos -> deadline = new Moment(nanos));
  }

  private record Timer(LongConsumer armed) implements LoopTimer {
    @Override
    public void arm(long nanos) {
      armed.accept(nanos);
    }

    @Override
    public void disarm() {}

    @Override
    public void close() {}
  }

  private static AdvertisementSocket socket(Endpoint endpoint, Consumer<Datagram> receiver) {
    return new AdvertisementSocket() {
      @Override
      public Endpoint endpoint() {
        return endpoint;
      }

      @Override
      public SendOutcome send(OutgoingDatagram datagram) {
        return SendOutcome.Sent.SENT;
      }

      @Override
      public void drain() {}

      @Override
      public void close() {}
    };
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
    turn(new Input.Heard(instance.link(), unicast, datagram));
  }

  private byte[] encode(InstanceConfig instance, Advertisement advertisement) {
    var ours = instance.parameters();
    return Advertisements.encode(
        advertisement,
        ours.authentication(),
        ours.checksumRule(),
        new Envelope(address(ours.family(), 2), destination(instance), 255, 1, ++sequence));
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
