package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.Kernel;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelRequest;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.loop.EventLoop;
import dev.vrrpd.netlink.loop.LoopTimer;
import dev.vrrpd.netlink.loop.Registration;
import dev.vrrpd.netlink.packet.Announcement;
import dev.vrrpd.netlink.packet.Announcer;
import dev.vrrpd.netlink.packet.InquirySocket;
import dev.vrrpd.netlink.rtnetlink.AddressCommands;
import dev.vrrpd.netlink.rtnetlink.AddressOperation;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Failure;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Kind;
import dev.vrrpd.netlink.rtnetlink.NetworkMonitor;
import dev.vrrpd.netlink.rtnetlink.PacketFilter;
import dev.vrrpd.netlink.rtnetlink.RoutingCommands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Links and addresses of the network namespace that the loop's thread is in. Confined to the loop;
 * events are delivered in turns of their own. An answer comes after the notifications of what it
 * answers for: at {@code Completed} the addresses have been told.
 *
 * <pre>
 *   submit -> queue -+-> few addresses, routes: here, at once +
 *                    +-> many, links: worker, own sockets ----+-> answers -> drain monitor -> events
 *                    +-> announcement: here, timer when long -+
 * </pre>
 */
public final class LinuxKernel implements Kernel, AutoCloseable {
  /** Addresses that the kernel takes in well under a millisecond. */
  private static final int FEW = 64;

  /**
   * The kernel walks the addresses that are there for each one that comes or goes: so many steps
   * take a third of a millisecond.
   */
  private static final long STEPS = 16_000;

  /** About sixteen thousand notifications. */
  private static final int MONITOR_BUFFER = 16 << 20;

  /** Notifications for one turn of the loop. */
  private static final int DRAIN = 256;

  private final EventLoop loop;
  private final Consumer<KernelEvent> consumer;
  private final NetworkMonitor monitor;
  private final Registration registration;
  private final AddressCommands commands;
  private final RoutingCommands routing;
  private final AddressWorker worker;
  private final Announcer announcer;
  private final InquirySocket inquiries;

  /** For what is left to hear before answers may go out. */
  private final LoopTimer unheard;

  private final KernelView view = new KernelView();
  private final Attention attention;
  private final Queue<KernelRequest> requests = new ArrayDeque<>();
  private final Queue<KernelEvent> answers = new ArrayDeque<>();
  private boolean busy;
  private boolean delivering;
  private boolean closed;

  private LinuxKernel(EventLoop loop, Consumer<KernelEvent> consumer, int monitorBuffer) {
    this.loop = loop;
    this.consumer = consumer;
    this.monitor = NetworkMonitor.open(monitorBuffer);
    this.attention = new Attention(monitor, view, this::tell);
    this.commands = AddressCommands.open();
    this.routing = RoutingCommands.open();
    this.worker = new AddressWorker();
    this.announcer = new Announcer(loop);
    this.inquiries = new InquirySocket();
    this.registration = loop.register(monitor.fd(), this::notified);
    this.unheard = loop.timer(this::deliver);
    KernelEvent picture = new KernelEvent.Resynchronized(monitor.snapshot());
    view.apply(picture);
    loop.execute(() -> tell(picture));
  }

  /**
   * On the loop: opens the sockets and takes the first picture, delivered as {@link
   * KernelEvent.Resynchronized}.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such socket
   */
  public static LinuxKernel open(EventLoop loop, Consumer<KernelEvent> events) {
    return open(loop, events, MONITOR_BUFFER);
  }

  static LinuxKernel open(EventLoop loop, Consumer<KernelEvent> events, int monitorBuffer) {
    return new LinuxKernel(loop, events, monitorBuffer);
  }

  /** From now on nothing is told of addresses on other links than these. */
  public void attend(Set<InterfaceName> links) {
    attention.use(links);
  }

  @Override
  public void submit(KernelRequest request) {
    requests.add(request);
    proceed();
  }

  private void proceed() {
    while (!busy && !closed && !requests.isEmpty()) {
      switch (requests.remove()) {
        case KernelRequest.AddAddresses r -> change(Kind.ADD, r, r.link(), r.addresses());
        case KernelRequest.RemoveAddresses r -> change(Kind.REMOVE, r, r.link(), r.addresses());
        case KernelRequest.AddRouting r -> route(r, r.entries(), RoutingCommands::add);
        case KernelRequest.RemoveRouting r -> route(r, r.entries(), RoutingCommands::remove);
        case KernelRequest.Announce r -> announce(r);
        case KernelRequest.Inquire r -> inquire(r);
        case KernelRequest.UseFilter r -> elsewhere(r, work -> work.use(r.style()));
        case KernelRequest.Conceal r ->
            elsewhere(r, work -> work.conceal(places(r.link(), r.addresses())));
        case KernelRequest.Reveal r ->
            elsewhere(r, work -> work.reveal(places(r.link(), r.addresses())));
        case KernelRequest.PromoteSecondaries r ->
            elsewhere(r, work -> work.promote(r.link(), r.on()));
        case KernelRequest.MakeLink r -> elsewhere(r, work -> work.make(r.link()));
        case KernelRequest.RemoveLink r -> elsewhere(r, work -> work.remove(r.link()));
      }
    }
  }

  private void change(
      Kind kind, KernelRequest request, InterfaceName home, List<VirtualAddress> addresses) {
    List<AddressOperation> operations = new ArrayList<>(addresses.size());
    Links links = new Links(view, home);
    for (VirtualAddress address : addresses) {
      Optional<Link> target = kind == Kind.ADD ? link(request, links, address) : links.of(address);
      target.ifPresent(link -> operations.add(new AddressOperation(kind, link.index(), address)));
    }
    if (operations.size() <= FEW && (long) operations.size() * view.addressCount() <= STEPS) {
      answer(request, commands.carryOut(operations));
      return;
    }
    busy = true;
    worker.carryOut(
        operations, failures -> loop.execute(() -> resume(() -> answer(request, failures))));
  }

  private interface Routing {
    List<RoutingCommands.Failure> carryOut(
        RoutingCommands commands,
        List<RoutingEntry> entries,
        Function<InterfaceName, OptionalInt> indexes);
  }

  private void route(KernelRequest request, List<RoutingEntry> entries, Routing kind) {
    Map<InterfaceName, OptionalInt> indexes = new HashMap<>();
    entries.stream()
        .flatMap(entry -> entry.devices().stream())
        .forEach(name -> indexes.computeIfAbsent(name, this::index));
    if (entries.size() <= FEW) {
      answerRouting(request, kind.carryOut(routing, entries, indexes::get));
      return;
    }
    busy = true;
    worker.route(
        commands -> kind.carryOut(commands, entries, indexes::get),
        failures -> loop.execute(() -> resume(() -> answerRouting(request, failures))));
  }

  private OptionalInt index(InterfaceName name) {
    return view.link(name).map(link -> OptionalInt.of(link.index())).orElse(OptionalInt.empty());
  }

  private void answerRouting(KernelRequest request, List<RoutingCommands.Failure> failures) {
    failures.forEach(failure ->
        answers.add(
            new KernelEvent.RoutingRefused(
                request, failure.entry(), failure.errno(), failure.reason())));
    complete(request);
  }

  private void resume(Runnable answer) {
    busy = false;
    answer.run();
    proceed();
  }

  private static List<PacketFilter.Place> places(
      InterfaceName home, List<VirtualAddress> addresses) {
    return addresses.stream()
        .map(each -> PacketFilter.Place.of(each.address(), each.device().orElse(home)))
        .toList();
  }

  private void elsewhere(
      KernelRequest request, Function<VirtualLinks, Optional<VirtualLinks.Refusal>> work) {
    busy = true;
    worker.carryOut(work, refusal -> loop.execute(() -> answerLater(request, refusal)));
  }

  /** What comes next may be meant for the link that was made: it has to be heard of first. */
  private void answerLater(KernelRequest request, Optional<VirtualLinks.Refusal> refusal) {
    if (closed) {
      return;
    }
    if (!monitor.drain(DRAIN, this::tell)) {
      loop.execute(() -> answerLater(request, refusal));
      return;
    }
    refusal.ifPresent(no ->
        answers.add(new KernelEvent.Refused(request, Optional.empty(), no.errno(), no.reason())));
    resume(() -> complete(request));
  }

  private Optional<Link> link(KernelRequest request, Links links, VirtualAddress address) {
    Optional<Link> link = links.of(address);
    if (link.isEmpty()) {
      refuse(request, address, Errno.ENODEV, Errno.message(Errno.ENODEV));
    }
    return link;
  }

  private void answer(KernelRequest request, List<Failure> failures) {
    failures.forEach(f -> refuse(request, f.address(), f.errno(), f.reason()));
    complete(request);
  }

  private void inquire(KernelRequest.Inquire request) {
    view.link(request.link())
        .ifPresent(link -> inquiries.ask(link, request.source(), request.address()));
    complete(request);
  }

  private void announce(KernelRequest.Announce request) {
    List<Announcement> announcements = new ArrayList<>(request.addresses().size());
    Forwarding forwarding = new Forwarding();
    Links links = new Links(view, request.link());
    for (VirtualAddress address : request.addresses()) {
      link(request, links, address)
          .ifPresent(link ->
              announcements.add(new Announcement(link, address, forwarding.of(link, address))));
    }
    boolean finished =
        announcer.announce(
            announcements,
            request.rounds(),
            r -> refuse(request, r.announcement().address(), r.errno(), r.reason()),
            () -> resume(() -> complete(request)));
    if (finished) {
      complete(request);
    } else {
      busy = true;
    }
  }

  private void refuse(KernelRequest request, VirtualAddress address, int errno, String reason) {
    answers.add(new KernelEvent.Refused(request, Optional.of(address), errno, reason));
  }

  private void complete(KernelRequest request) {
    answers.add(new KernelEvent.Completed(request));
    if (!delivering) {
      delivering = true;
      loop.execute(this::deliver);
    }
  }

  private void deliver() {
    if (closed) {
      return;
    }
    if (!monitor.drain(DRAIN, this::tell)) {
      unheard.arm(1);
      return;
    }
    delivering = false;
    while (!answers.isEmpty()) {
      KernelEvent answer = answers.remove();
      if (answer instanceof KernelEvent.Completed(KernelRequest.AddAddresses added)) {
        monitor.ask(untold(added), this::tell);
      }
      tell(answer);
    }
  }

  private List<InterfaceAddress.Key> untold(KernelRequest.AddAddresses added) {
    List<InterfaceAddress.Key> keys = new ArrayList<>();
    Links links = new Links(view, added.link());
    for (VirtualAddress address : added.addresses()) {
      if (address.address().family() == Family.IPV6) {
        links
            .of(address)
            .map(link -> key(link, address))
            .filter(key -> !view.has(key))
            .ifPresent(keys::add);
      }
    }
    return keys;
  }

  private static InterfaceAddress.Key key(Link link, VirtualAddress address) {
    return new InterfaceAddress.Key(link.index(), address.address(), address.prefixLength());
  }

  private void notified() {
    if (!closed) {
      boolean _ = monitor.drain(DRAIN, this::tell);
    }
  }

  private void tell(KernelEvent event) {
    if (!closed) {
      view.apply(event);
      consumer.accept(event);
      attention.told(event);
    }
  }

  /** Requests under way are finished, unanswered; nothing is delivered any more. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      registration.close();
      monitor.close();
      commands.close();
      routing.close();
      worker.close();
      announcer.close();
      inquiries.close();
      unheard.close();
    }
  }
}
