package dev.vrrpd.core.kernel;

import dev.vrrpd.core.kernel.KernelEvent.AddressChanged;
import dev.vrrpd.core.kernel.KernelEvent.AddressRemoved;
import dev.vrrpd.core.kernel.KernelEvent.Completed;
import dev.vrrpd.core.kernel.KernelEvent.LinkChanged;
import dev.vrrpd.core.kernel.KernelEvent.LinkRemoved;
import dev.vrrpd.core.kernel.KernelEvent.Refused;
import dev.vrrpd.core.kernel.KernelEvent.Resynchronized;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A host's network configuration in memory, obeying {@link KernelContract}. What it does, it does
 * at once; what it tells goes through {@code later}, in order, so that a simulation may delay it.
 */
public final class FaithfulKernel implements Kernel {
  private static final int SECONDARY = 0x01;
  private static final int NODAD = 0x02;
  private static final int DEPRECATED = 0x20;
  private static final int PERMANENT = 0x80;
  private static final int ENODEV = 19;
  private static final int EINVAL = 22;
  private static final int ENETDOWN = 100;
  private static final int ORIGIN = 18;

  /** Why an address is refused. */
  public record Refusal(int errno, String message) {}

  private final Executor later;
  private final Consumer<KernelEvent> consumer;
  private final KernelView truth = new KernelView();
  private final Map<IpAddress, Refusal> refusals = new HashMap<>();
  private final List<KernelRequest.Announce> announced = new ArrayList<>();
  private int lastIndex;
  private boolean deaf;

  public FaithfulKernel(Executor later, Consumer<KernelEvent> consumer) {
    this.later = later;
    this.consumer = consumer;
  }

  /** Tells the first picture. */
  public void start() {
    later.execute(() -> consumer.accept(new Resynchronized(snapshot())));
  }

  /** How things are, whatever has been told yet. */
  public KernelView truth() {
    return truth;
  }

  /** Announcements carried out so far. */
  public List<KernelRequest.Announce> announced() {
    return List.copyOf(announced);
  }

  /** From now on the address is refused, on every link; with {@code empty} no longer. */
  public void refuse(IpAddress address, Optional<Refusal> refusal) {
    refusal.ifPresentOrElse(r -> refusals.put(address, r), () -> refusals.remove(address));
  }

  /** A link that is up and running, with the link-local address of its MAC address. */
  public Link addLink(InterfaceName name, MacAddress mac) {
    lastIndex++;
    Link link =
        new Link(
            lastIndex,
            name,
            true,
            true,
            true,
            false,
            Optional.of(mac),
            1500,
            OptionalInt.empty(),
            "veth");
    happen(new LinkChanged(link));
    happen(new AddressChanged(linkLocal(link)));
    return link;
  }

  public void removeLink(InterfaceName name) {
    Link link = truth.link(name).orElseThrow();
    truth.addresses(link.index()).forEach(address -> happen(new AddressRemoved(address)));
    happen(new LinkRemoved(link));
  }

  public void rename(InterfaceName from, InterfaceName to) {
    Link old = truth.link(from).orElseThrow();
    happen(new LinkChanged(with(old, to, old.up(), old.running())));
  }

  /** Switched on or off by its administrator: off takes IPv6 away, on brings link-local back. */
  public void setUp(InterfaceName name, boolean up) {
    Link link = truth.link(name).orElseThrow();
    happen(new LinkChanged(with(link, name, up, up)));
    if (up) {
      happen(new AddressChanged(linkLocal(link)));
      return;
    }
    truth.addresses(link.index()).stream()
        .filter(address -> address.address().family() == Family.IPV6)
        .forEach(address -> happen(new AddressRemoved(address)));
  }

  /** Carrier lost or found: addresses stay. */
  public void setRunning(InterfaceName name, boolean running) {
    Link link = truth.link(name).orElseThrow();
    happen(new LinkChanged(with(link, name, link.up(), running)));
  }

  /** An operator's address, without origin. */
  public void addByHand(InterfaceName name, VirtualAddress address) {
    Link link = truth.link(name).orElseThrow();
    Optional<Refusal> refusal = add(link, address, 0);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(address + ": " + refusal.get());
    }
  }

  public void removeByHand(InterfaceName name, VirtualAddress address) {
    remove(truth.link(name).orElseThrow(), address);
  }

  /** Notifications get lost while {@code changes} run; a new picture makes up for them. */
  public void loseNotificationsWhile(Runnable changes) {
    deaf = true;
    changes.run();
    deaf = false;
    later.execute(() -> consumer.accept(new Resynchronized(snapshot())));
  }

  @Override
  public void submit(KernelRequest request) {
    switch (request) {
      case KernelRequest.AddAddresses r ->
          each(r, r.link(), r.addresses(), (link, address) -> add(link, address, ORIGIN));
      case KernelRequest.RemoveAddresses r -> each(r, r.link(), r.addresses(), this::remove);
      case KernelRequest.Announce r -> announce(r);
    }
    tell(new Completed(request));
  }

  private interface Operation {
    Optional<Refusal> on(Link link, VirtualAddress address);
  }

  private void each(
      KernelRequest request,
      InterfaceName home,
      List<VirtualAddress> addresses,
      Operation operation) {
    for (VirtualAddress address : addresses) {
      truth
          .link(address.device().orElse(home))
          .map(link -> operation.on(link, address))
          .orElse(Optional.of(new Refusal(ENODEV, "No such device")))
          .ifPresent(r -> tell(new Refused(request, Optional.of(address), r.errno(), r.message())));
    }
  }

  private void announce(KernelRequest.Announce request) {
    Set<Integer> dead = new HashSet<>();
    each(
        request,
        request.link(),
        request.addresses(),
        (link, _) ->
            link.up() || !dead.add(link.index())
                ? Optional.empty()
                : Optional.of(new Refusal(ENETDOWN, "Network is down")));
    announced.add(request);
  }

  private Optional<Refusal> add(Link link, VirtualAddress virtual, int origin) {
    if (refusals.containsKey(virtual.address())) {
      return Optional.of(refusals.get(virtual.address()));
    }
    InterfaceAddress.Key key = key(link, virtual);
    if (truth.has(key)) {
      return Optional.empty();
    }
    Optional<InterfaceAddress> primary = primary(link, virtual);
    if (primary.isPresent() && primary.get().scope() != virtual.scope()) {
      return Optional.of(new Refusal(EINVAL, "Invalid argument: ipv4: Invalid scope value"));
    }
    int flags = PERMANENT | (primary.isPresent() ? SECONDARY : 0) | ipv6Flags(virtual);
    happen(
        new AddressChanged(
            new InterfaceAddress(
                link.index(),
                virtual.address(),
                virtual.prefixLength(),
                virtual.scope(),
                flags,
                origin)));
    return Optional.empty();
  }

  private static int ipv6Flags(VirtualAddress virtual) {
    if (virtual.address().family() == Family.IPV4) {
      return 0;
    }
    return virtual.effectivePreferredLifetime() == 0 ? NODAD | DEPRECATED : NODAD;
  }

  /** The IPv4 address of the same subnet that came first. */
  private Optional<InterfaceAddress> primary(Link link, VirtualAddress virtual) {
    if (virtual.address().family() == Family.IPV6) {
      return Optional.empty();
    }
    return truth.addresses(link.index()).stream()
        .filter(there -> !there.secondary())
        .filter(there -> sameSubnet(there, virtual.address(), virtual.prefixLength()))
        .findFirst();
  }

  private static boolean sameSubnet(InterfaceAddress there, IpAddress address, int length) {
    return there.prefixLength() == length && there.address().sharesPrefix(address, length);
  }

  private Optional<Refusal> remove(Link link, VirtualAddress virtual) {
    List<InterfaceAddress> all = truth.addresses(link.index());
    all.stream()
        .filter(there -> there.key().equals(key(link, virtual)))
        .findFirst()
        .ifPresent(gone -> {
          happen(new AddressRemoved(gone));
          if (!gone.secondary() && gone.address().family() == Family.IPV4) {
            all.stream()
                .filter(InterfaceAddress::secondary)
                .filter(s -> sameSubnet(s, gone.address(), gone.prefixLength()))
                .forEach(secondary -> happen(new AddressRemoved(secondary)));
          }
        });
    return Optional.empty();
  }

  private static InterfaceAddress.Key key(Link link, VirtualAddress virtual) {
    return new InterfaceAddress.Key(link.index(), virtual.address(), virtual.prefixLength());
  }

  private static Link with(Link link, InterfaceName name, boolean up, boolean running) {
    return new Link(
        link.index(),
        name,
        up,
        running,
        link.multicast(),
        link.loopback(),
        link.mac(),
        link.mtu(),
        link.parent(),
        link.kind());
  }

  /** fe80:: and the modified EUI-64 of the MAC address, RFC 4291 appendix A. */
  private static InterfaceAddress linkLocal(Link link) {
    byte[] mac = link.mac().orElseThrow().octets();
    byte[] octets = IpAddress.of("fe80::ff:fe00:0").octets();
    octets[8] = (byte) (mac[0] ^ 2);
    octets[9] = mac[1];
    octets[10] = mac[2];
    System.arraycopy(mac, 3, octets, 13, 3);
    return new InterfaceAddress(link.index(), IpAddress.of(octets), 64, 253, PERMANENT, 3);
  }

  private KernelView snapshot() {
    List<InterfaceAddress> addresses = new ArrayList<>();
    truth.links().forEach(link -> addresses.addAll(truth.addresses(link.index())));
    return new KernelView(truth.links(), addresses);
  }

  private void happen(KernelEvent event) {
    truth.apply(event);
    if (!deaf) {
      tell(event);
    }
  }

  private void tell(KernelEvent event) {
    later.execute(() -> consumer.accept(event));
  }
}
