package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.routing.NextHop;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A kernel in memory, obeying {@link KernelContract}: links, addresses, requests carried out in
 * order when {@link #work} is called, never before. Its notifications come before the answer that
 * follows from them.
 */
public final class FakeKernel implements Kernel {
  private static final int EADDRNOTAVAIL = 99;
  private static final int EEXIST = 17;
  private static final int ENODEV = 19;
  private static final int EINVAL = 22;
  private static final int ENETDOWN = 100;
  private static final int ENETUNREACH = 101;
  private static final int NODAD = 0x02;
  private static final int DADFAILED = 0x08;
  private static final int DEPRECATED = 0x20;
  private static final int PERMANENT = 0x80;
  private static final int ORIGIN = 18;

  private final Consumer<KernelEvent> events;
  private final Map<Integer, Link> links = new LinkedHashMap<>();
  private final FakeAddresses addresses = new FakeAddresses(this::tell);
  private final Map<RoutingKey, RoutingEntry> routing = new LinkedHashMap<>();
  private final Queue<KernelRequest> requests = new ArrayDeque<>();
  private final Map<IpAddress, Refusal> refusals = new LinkedHashMap<>();
  private final List<KernelRequest.Announce> announced = new ArrayList<>();
  private int nextIndex = 1;
  private boolean deaf;

  private record Refusal(int errno, String message) {}

  /** Tells {@code events} what happens from now on; {@link #resynchronize} tells what there is. */
  public FakeKernel(Consumer<KernelEvent> events) {
    this.events = events;
  }

  @Override
  public void submit(KernelRequest request) {
    requests.add(request);
  }

  /** Nothing is left to be carried out. */
  public boolean idle() {
    return requests.isEmpty();
  }

  /** Carries out everything submitted. */
  public void work() {
    while (!idle()) {
      step();
    }
  }

  /** Carries out one request, if there is one. */
  public void step() {
    KernelRequest request = requests.poll();
    if (request == null) {
      return;
    }
    switch (request) {
      case KernelRequest.AddAddresses add ->
          add.addresses().forEach(address -> add(add, add.link(), address));
      case KernelRequest.RemoveAddresses remove ->
          remove.addresses().forEach(address -> remove(remove.link(), address));
      case KernelRequest.AddRouting add -> add.entries().forEach(entry -> route(add, entry));
      case KernelRequest.RemoveRouting(var _, var entries) -> entries.forEach(this::unroute);
      case KernelRequest.Announce announce -> announce(announce);
      case KernelRequest.Inquire _,
          KernelRequest.UseFilter _,
          KernelRequest.Conceal _,
          KernelRequest.Reveal _ -> {}
      case KernelRequest.PromoteSecondaries(var _, var link, boolean on) ->
          index(link).ifPresent(index -> addresses.promote(index, on));
      case KernelRequest.MakeLink make -> make(make, make.link());
      case KernelRequest.RemoveLink(var _, VirtualLink link) -> unmake(link);
    }
    tell(new KernelEvent.Completed(request));
  }

  /** A route whose device is absent, or whose gateway is not on a link, is refused. */
  private void route(KernelRequest request, RoutingEntry entry) {
    boolean absent =
        entry instanceof Route && entry.devices().stream().anyMatch(name -> index(name).isEmpty());
    if (absent) {
      tell(new KernelEvent.RoutingRefused(request, entry, ENODEV, "No such device"));
    } else if (entry instanceof Route route && !route.hops().stream().allMatch(this::reaches)) {
      tell(new KernelEvent.RoutingRefused(request, entry, ENETUNREACH, "Network is unreachable"));
    } else {
      routing.putIfAbsent(entry.key(), entry);
    }
  }

  private boolean reaches(NextHop hop) {
    return hop.onlink()
        || hop.gateway().isEmpty()
        || addresses.all().stream()
            .anyMatch(
                known -> known.address().sharesPrefix(hop.gateway().get(), known.prefixLength()));
  }

  private void unroute(RoutingEntry entry) {
    if (routing.remove(entry.key()) != null && entry.protocol() == ORIGIN) {
      tell(new KernelEvent.RoutingRemoved(entry.key()));
    }
  }

  /** Routes and rules that are there. */
  public Set<RoutingEntry> routing() {
    return new LinkedHashSet<>(routing.values());
  }

  /** Removed by somebody else. */
  public void removeRouting(RoutingEntry entry) {
    unroute(entry);
  }

  private void make(KernelRequest request, VirtualLink wanted) {
    Optional<Link> base = index(wanted.base()).map(links::get);
    Optional<Link> there = index(wanted.name()).map(links::get);
    if (base.isEmpty()) {
      tell(new KernelEvent.Refused(request, Optional.empty(), ENODEV, "No such device"));
    } else if (there.filter(link -> !link.kind().equals(wanted.type().kind())).isPresent()) {
      tell(new KernelEvent.Refused(request, Optional.empty(), EEXIST, "File exists"));
    } else if (there.filter(link -> link.is(wanted, base.get()) && link.up()).isEmpty()) {
      there.ifPresent(link -> removeLink(link.name()));
      put(wanted, base.get());
    }
  }

  private void put(VirtualLink wanted, Link base) {
    int index = nextIndex++;
    Optional<MacAddress> mac =
        wanted.type() instanceof VirtualLink.PrivateMacvlan(MacAddress own)
            ? Optional.of(own)
            : base.mac();
    Link link =
        new Link(
            index,
            wanted.name(),
            true,
            base.running(),
            true,
            false,
            mac,
            base.mtu(),
            OptionalInt.of(base.index()),
            wanted.type().kind());
    links.put(index, link);
    tell(new KernelEvent.LinkChanged(link));
  }

  private void unmake(VirtualLink unwanted) {
    index(unwanted.name())
        .map(links::get)
        .filter(link -> link.kind().equals(unwanted.type().kind()))
        .ifPresent(link -> removeLink(link.name()));
  }

  private List<Link> standingOn(Link base) {
    return links.values().stream()
        .filter(link -> link.parent().equals(OptionalInt.of(base.index())))
        .toList();
  }

  /** Each link that is down refuses once. */
  private void announce(KernelRequest.Announce announce) {
    announced.add(announce);
    announce.addresses().stream()
        .map(address -> address.device().orElse(announce.link()))
        .distinct()
        .filter(link -> index(link).map(links::get).filter(Link::up).isEmpty())
        .forEach(_ ->
            tell(new KernelEvent.Refused(announce, Optional.empty(), ENETDOWN, "Network is down")));
  }

  private void tell(KernelEvent event) {
    if (!deaf) {
      events.accept(event);
    }
  }

  /** Notifications get lost while {@code changes} run; a new picture makes up for them. */
  public void loseNotificationsWhile(Runnable changes) {
    deaf = true;
    changes.run();
    deaf = false;
    resynchronize();
  }

  /** From now on adding {@code address} fails. */
  public void refuse(IpAddress address, int errno, String message) {
    refusals.put(address, new Refusal(errno, message));
  }

  public void refuseNothing() {
    refusals.clear();
  }

  public List<KernelRequest.Announce> announced() {
    return List.copyOf(announced);
  }

  /** The links that promote. */
  public Set<InterfaceName> promoting() {
    return links.values().stream()
        .filter(link -> addresses.promotes(link.index()))
        .map(Link::name)
        .collect(Collectors.toSet());
  }

  /** What is there, as one event: the start, or lost notifications. */
  public void resynchronize() {
    tell(new KernelEvent.Resynchronized(view()));
  }

  public KernelView view() {
    return new KernelView(links.values(), addresses.all());
  }

  public boolean has(InterfaceName link, IpAddress address) {
    return index(link)
        .map(index ->
            addresses.on(index).stream().anyMatch(known -> known.address().equals(address)))
        .orElse(false);
  }

  /** A new Ethernet link, up and with carrier. */
  public Link addLink(InterfaceName name) {
    int index = nextIndex++;
    Link link =
        new Link(
            index,
            name,
            true,
            true,
            true,
            false,
            Optional.of(new MacAddress(0x0200_0000_0000L | index)),
            1500,
            OptionalInt.empty(),
            "");
    links.put(index, link);
    tell(new KernelEvent.LinkChanged(link));
    return link;
  }

  /** The same link by another name. */
  public void rename(InterfaceName from, InterfaceName to) {
    Link old = links.get(index(from).orElseThrow());
    change(old, to, old.up(), old.running());
  }

  /** Unplugs a link: what stands on it goes first, then its addresses, then itself. */
  public void removeLink(InterfaceName name) {
    standingOn(links.get(index(name).orElseThrow())).forEach(link -> removeLink(link.name()));
    setLink(name, false, false);
    Link link = links.get(index(name).orElseThrow());
    for (InterfaceAddress address : addresses.on(link.index())) {
      addresses.drop(address);
    }
    links.remove(link.index());
    tell(new KernelEvent.LinkRemoved(link));
  }

  /** Switches a link; down, it loses its IPv6 addresses as in Linux without keep_addr_on_down. */
  public void setLink(InterfaceName name, boolean up, boolean carrier) {
    Link old = links.get(index(name).orElseThrow());
    Link link = change(old, old.name(), up, up && carrier);
    standingOn(link)
        .forEach(upper -> change(upper, upper.name(), upper.up(), upper.up() && link.running()));
    if (!up) {
      for (InterfaceAddress address : addresses.on(link.index())) {
        if (address.address().family() == Family.IPV6) {
          addresses.drop(address);
        }
      }
    }
  }

  private Link change(Link old, InterfaceName name, boolean up, boolean running) {
    Link link =
        new Link(
            old.index(),
            name,
            up,
            running,
            old.multicast(),
            old.loopback(),
            old.mac(),
            old.mtu(),
            old.parent(),
            old.kind());
    links.put(link.index(), link);
    tell(new KernelEvent.LinkChanged(link));
    return link;
  }

  /** An address from elsewhere: an administrator, a network manager. */
  public void addAddress(InterfaceName link, IpAddress address, int prefixLength, int protocol) {
    addresses.put(
        new InterfaceAddress(
            index(link).orElseThrow(), address, prefixLength, 0, PERMANENT, protocol));
  }

  /** Duplicate address detection found it elsewhere. */
  public void findDuplicate(InterfaceName link, IpAddress address) {
    addresses.on(index(link).orElseThrow()).stream()
        .filter(known -> known.address().equals(address))
        .forEach(known -> addresses.replace(known, known.flags() | DADFAILED));
  }

  /** Removed by somebody else; a primary IPv4 address takes its secondaries along. */
  public void removeAddress(InterfaceName link, IpAddress address) {
    int index = index(link).orElseThrow();
    addresses.on(index).stream()
        .filter(known -> known.address().equals(address))
        .forEach(addresses::remove);
  }

  private void add(KernelRequest request, InterfaceName home, VirtualAddress address) {
    Refusal refusal = refusals.get(address.address());
    Optional<Integer> index = index(address.device().orElse(home));
    if (refusal != null) {
      refuse(request, address, refusal);
    } else if (index.isEmpty()) {
      refuse(request, address, new Refusal(ENODEV, "No such device"));
    } else if (addresses.scopesDiffer(index.get(), address)) {
      refuse(request, address, new Refusal(EINVAL, "Invalid argument: ipv4: Invalid scope value"));
    } else if (address.address().family() == Family.IPV6 && !links.get(index.get()).up()) {
      refuse(request, address, new Refusal(EADDRNOTAVAIL, "Cannot assign requested address"));
    } else {
      addresses.put(
          new InterfaceAddress(
              index.get(),
              address.address(),
              address.prefixLength(),
              address.scope(),
              flags(address),
              ORIGIN));
    }
  }

  private void refuse(KernelRequest request, VirtualAddress address, Refusal refusal) {
    tell(
        new KernelEvent.Refused(request, Optional.of(address), refusal.errno(), refusal.message()));
  }

  private void remove(InterfaceName home, VirtualAddress address) {
    index(address.device().orElse(home))
        .map(index -> new InterfaceAddress.Key(index, address.address(), address.prefixLength()))
        .flatMap(addresses::at)
        .ifPresent(addresses::remove);
  }

  private static int flags(VirtualAddress address) {
    if (address.address().family() == Family.IPV4) {
      return PERMANENT;
    }
    return PERMANENT | NODAD | (address.effectivePreferredLifetime() == 0 ? DEPRECATED : 0);
  }

  private Optional<Integer> index(InterfaceName name) {
    return links.values().stream()
        .filter(link -> link.name().equals(name))
        .map(Link::index)
        .findFirst();
  }
}
