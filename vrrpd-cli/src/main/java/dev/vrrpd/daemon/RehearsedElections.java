package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.PeerAddresses;
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
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.WallTime;
import dev.vrrpd.core.wire.Advertisement;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Datagram;
import dev.vrrpd.core.wire.Envelope;
import dev.vrrpd.core.wire.SignatureTime;
import dev.vrrpd.door.Fifos;
import dev.vrrpd.metrics.Deliveries;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.packet.AdvertisementSocket;
import dev.vrrpd.netlink.packet.Arrival;
import dev.vrrpd.netlink.packet.Endpoint;
import dev.vrrpd.netlink.packet.OutgoingDatagram;
import dev.vrrpd.netlink.packet.SendOutcome;
import dev.vrrpd.netlink.process.ChildEnd;
import dev.vrrpd.netlink.process.ChildProcess;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.CheckScripts;
import dev.vrrpd.script.HostAccounts;
import dev.vrrpd.script.Notifier;
import dev.vrrpd.script.Prober;
import dev.vrrpd.tell.Tellers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every turn of a virtual router's life, played by the daemon's own classes in virtual time and
 * without I/O: takeover, rivals, farewells, a link that fails. Nothing of it is left afterwards.
 */
final class RehearsedElections {
  /** What is not needed to know the way is left out. */
  private static final int INSTANCES = 2;

  /** As if just woken for what is heard. */
  private static final Duration WAITED = Duration.ofNanos(100);

  private static final Priority LOWEST = new Priority(1);
  private static final MacAddress RIVAL = new MacAddress(2);

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

  /** Of the rivals, who are never at a loss for a number that is new. */
  private long said;

  /** Starts, as the daemon would. */
  RehearsedElections(LoadedConfig loaded) {
    config = some(loaded.config());
    ports = new AdvertisementPorts(RehearsedElections::socket, (_, _) -> {}, NOWHERE);
    checks = new CheckScripts(this::launch, Prober.content(later::add), this::turn);
    Deliveries nowhere = new Deliveries();
    notifier = new Notifier(this::launch, _ -> new Timer(_ -> {}), nowhere, NOWHERE);
    checks.use(loaded.scripts());
    notifier.use(config, loaded.scripts());
    Fifos none =
        new Fifos(
            _ -> {},
            later::add,
            this::launch,
            _ -> new Timer(_ -> {}),
            new HostAccounts(),
            nowhere);
    Agents nobody = new Agents(_ -> {}, later::add, this::turn, "", Optional::empty, nowhere);
    loop =
        new DaemonLoop(
            new VrrpRouter(),
            new Performer(
                ports,
                this::ask,
                checks,
                notifier,
                new Journal(NOWHERE),
                none,
                nobody,
                new Tellers(nowhere)),
            () -> now,
            this::timer,
            ports::drain,
            _ -> {});
    told(new KernelEvent.Resynchronized(scenery(true)));
    ports.use(config);
    turn(new Input.Reconfigure(config));
    ports.settle(config);
  }

  private static DaemonConfig some(DaemonConfig whole) {
    List<InstanceConfig> instances =
        whole.instances().stream().limit(INSTANCES).map(InstanceConfig::plain).toList();
    Set<String> names = instances.stream().map(InstanceConfig::name).collect(Collectors.toSet());
    DaemonConfig some =
        new DaemonConfig(
            whole.global(),
            whole.scripts(),
            instances,
            whole.syncGroups().stream()
                .filter(group -> names.containsAll(group.members()))
                .toList());
    return rivals(instances).applied(some);
  }

  /** Every name of a peer is the rival's. */
  private static PeerAddresses rivals(List<InstanceConfig> instances) {
    PeerAddresses rivals = PeerAddresses.NONE;
    for (InstanceConfig instance : instances) {
      if (instance.transport() instanceof Transport.Unicast unicast) {
        for (Transport.NamedPeer named : unicast.names()) {
          rivals = rivals.with(named.name(), List.of(address(instance.parameters().family(), 2)));
        }
      }
    }
    return rivals;
  }

  /** From Backup to Backup: all that can happen to it. */
  void play() {
    rivalsSpeak(Priority.OWNER);
    rivalsSpeak(Priority.OWNER);
    timePasses();
    rivalsSpeak(LOWEST);
    timePasses();
    rivalsSpeak(Priority.OWNER);
    rivalsSpeak(Priority.RESIGN);
    timePasses();
    rivalsSpeak(Priority.OWNER);
    links(false);
    links(true);
  }

  /**
   * Until its deadlines (a question, an answer, a takeover), its scripts have ended, and the kernel
   * has answered.
   */
  private void timePasses() {
    for (int ring = 0; ring <= 2 * INSTANCES; ring++) {
      now = deadline.equals(Moment.NEVER) ? now.plus(Duration.ofSeconds(1)) : deadline;
      deadlineReached.run();
      for (Runnable next = later.poll(); next != null; next = later.poll()) {
        next.run();
      }
      config.instances().forEach(this::rivalAnswers);
    }
  }

  private void rivalAnswers(InstanceConfig instance) {
    instance
        .firstAddresses()
        .forEach((link, address) -> turn(new Input.AnswerHeard(link, address, RIVAL)));
  }

  private void links(boolean running) {
    scenery(running).links().forEach(link -> told(new KernelEvent.LinkChanged(link)));
  }

  private void turn(Input input) {
    loop.turn(input, WAITED);
  }

  private void told(KernelEvent event) {
    ports.told(event);
    turn(new Input.KernelTold(event));
  }

  private void ask(KernelRequest request) {
    later.add(() -> {
      switch (request) {
        case KernelRequest.AddAddresses add ->
            add.addresses().forEach(a -> told(new KernelEvent.AddressChanged(address(a))));
        case KernelRequest.RemoveAddresses gone ->
            gone.addresses().forEach(a -> told(new KernelEvent.AddressRemoved(address(a))));
        case KernelRequest.Announce _,
            KernelRequest.Inquire _,
            KernelRequest.AddRouting _,
            KernelRequest.RemoveRouting _,
            KernelRequest.UseFilter _,
            KernelRequest.Conceal _,
            KernelRequest.Reveal _,
            KernelRequest.MakeLink _,
            KernelRequest.RemoveLink _,
            KernelRequest.PromoteSecondaries _ -> {}
      }
      told(new KernelEvent.Completed(request));
    });
  }

  private static InterfaceAddress address(VirtualAddress address) {
    return new InterfaceAddress(
        1, address.address(), address.prefixLength(), address.scope(), 0x80, 18);
  }

  private ChildProcess launch(Program program, Runnable onStart, Consumer<ChildEnd> onEnd) {
    later.add(onStart);
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

  private static AdvertisementSocket socket(Endpoint endpoint, Consumer<Arrival> receiver) {
    return new AdvertisementSocket() {
      @Override
      public void hearOnly(SortedSet<Integer> vrids) {}

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

  private void rivalsSpeak(Priority priority) {
    config.instances().forEach(instance -> rivalSpeaks(instance, priority));
  }

  private void rivalSpeaks(InstanceConfig instance, Priority priority) {
    var ours = instance.parameters();
    Advertisement advertisement =
        new Advertisement(
            ours.version(), ours.vrid(), priority, ours.advertisementInterval(), ours.addresses());
    Envelope envelope =
        new Envelope(address(ours.family(), 2), destination(instance), 255, 1, sequence());
    byte[] octets =
        Advertisements.encode(advertisement, ours.authentication(), ours.checksumRule(), envelope);
    Datagram datagram = Datagram.of(ours.authentication(), envelope, octets);
    boolean unicast = instance.transport() instanceof Transport.Unicast;
    turn(new Input.Heard(instance.link(), unicast, datagram));
  }

  /** In 64 bits the router's time, in 32 bits more than it counts meanwhile. */
  private long sequence() {
    said += 1_000;
    return (SignatureTime.of(new WallTime(now.nanos())) & 0xffff_ffff_0000_0000L) | said;
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

  private KernelView scenery(boolean running) {
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
              running,
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
