package dev.vrrpd.core.router;

import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.protocol.Fault;
import dev.vrrpd.core.rule.Implements;
import dev.vrrpd.core.rule.Rule;
import dev.vrrpd.core.track.Condition;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.core.value.routing.RoutingEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The kernel's picture as virtual routers ask it: conditions, primary addresses, faults. */
final class Links {
  /** IFA_PROTO of addresses that a VRRP daemon has put there, RTPROT_KEEPALIVED. */
  private static final int VRRP_DAEMON = 18;

  private static final IpAddress NOBODY = IpAddress.of("0.0.0.0");

  private final KernelView view = new KernelView();
  private final Set<IpAddress> virtual = new HashSet<>();

  /** Virtual addresses that are some link's own: there before us, and the only ones it has. */
  private final Set<InterfaceAddress.Key> kept = new HashSet<>();

  private final Predicate<Link> operational;
  private boolean known;

  /**
   * @param operational whether a link that is there counts as up
   */
  Links(Predicate<Link> operational) {
    this.operational = operational;
  }

  /** The kernel has told what there is. */
  boolean known() {
    return known;
  }

  void apply(KernelEvent event) {
    view.apply(event);
    known |= event instanceof KernelEvent.Resynchronized;
  }

  Optional<Link> link(int index) {
    return view.link(index);
  }

  Collection<Link> all() {
    return view.links();
  }

  Condition condition(InterfaceName name) {
    if (name.equals(InterfaceName.NONE)) {
      return Condition.UP;
    }
    return view.link(name)
        .map(link -> operational.test(link) ? Condition.UP : Condition.DOWN)
        .orElse(Condition.ABSENT);
  }

  boolean isVirtual(IpAddress address) {
    return virtual.contains(address);
  }

  /** Where advertisements come from: as configured, or the link's primary address. */
  @Implements(Rule.SOURCE_IS_THE_PRIMARY_ADDRESS)
  Optional<IpAddress> source(InstanceConfig config) {
    return config.transport().source().or(() -> primary(config));
  }

  private Optional<IpAddress> primary(InstanceConfig config) {
    return primary(config.link(), config.parameters().family());
  }

  private Optional<IpAddress> primary(InterfaceName name, Family family) {
    return view.link(name).flatMap(link -> view.primaryAddress(link.index(), family, virtual));
  }

  /**
   * On whose behalf neighbours on a link are asked: nobody's in IPv4 (RFC 5227 section 2.1.1), that
   * of the link's own link-local address in IPv6, so that the answer comes here alone. Empty where
   * there are no neighbours to ask.
   */
  Optional<IpAddress> asks(InterfaceName name, Family family) {
    boolean shared =
        view.link(name)
            .filter(link -> link.operational() && !link.loopback() && link.mac().isPresent())
            .isPresent();
    if (!shared) {
      return Optional.empty();
    }
    return family == Family.IPV4 ? Optional.of(NOBODY) : primary(name, family);
  }

  boolean exists(InterfaceName name) {
    return view.link(name).isPresent();
  }

  /** A link of ours is there, switched on, on its base, with its MAC address. */
  boolean stands(VirtualLink wanted) {
    return view.link(wanted.name())
        .filter(Link::up)
        .filter(link -> view.link(wanted.base()).filter(base -> link.is(wanted, base)).isPresent())
        .isPresent();
  }

  /**
   * What the links make impossible for an instance.
   *
   * @param beingMade its own links are about to come back
   */
  Set<Fault> faults(InstanceConfig config, boolean beingMade) {
    Set<Fault> faults = new LinkedHashSet<>();
    InterfaceName own = config.link();
    Condition condition = condition(own);
    if (condition == Condition.ABSENT) {
      faults.add(new Fault.LinkAbsent(own));
    } else if (condition == Condition.DOWN && config.trackPrimary()) {
      faults.add(new Fault.LinkDown(own));
    }
    if (condition != Condition.ABSENT && !beingMade) {
      config
          .placement()
          .home()
          .filter(home -> !stands(home))
          .ifPresent(home -> faults.add(new Fault.LinkAbsent(home.name())));
    }
    for (VirtualAddress address : config.placedAddresses()) {
      address
          .device()
          .filter(device -> address.tracked() && !device.equals(own))
          .flatMap(this::fault)
          .ifPresent(faults::add);
    }
    for (RoutingEntry entry : config.upkeep().routing()) {
      entry.devices().stream()
          .filter(device -> entry.tracked() && !isOwn(config, device))
          .map(this::fault)
          .flatMap(Optional::stream)
          .forEach(faults::add);
    }
    if (condition != Condition.ABSENT && source(config).isEmpty()) {
      faults.add(new Fault.NoPrimaryAddress(own, config.parameters().family()));
    }
    if (config.transport() instanceof Transport.Unicast unicast && unicast.peers().isEmpty()) {
      faults.add(unicast.names().isEmpty() ? new Fault.NoPeers() : new Fault.PeersAwaited());
    }
    if (config.tracked().source()) {
      config
          .transport()
          .source()
          .filter(source -> !carries(own, source))
          .ifPresent(source -> faults.add(new Fault.SourceAbsent(own, source)));
    }
    return faults;
  }

  private static boolean isOwn(InstanceConfig config, InterfaceName device) {
    return device.equals(config.link())
        || config.placement().links().stream().anyMatch(link -> link.name().equals(device));
  }

  private boolean carries(InterfaceName name, IpAddress address) {
    return view.links().stream()
        .filter(link -> name.equals(InterfaceName.NONE) || link.name().equals(name))
        .flatMap(link -> view.addresses(link.index()).stream())
        .anyMatch(known -> known.address().equals(address));
  }

  private Optional<Fault> fault(InterfaceName link) {
    return switch (condition(link)) {
      case UP, PENDING -> Optional.empty();
      case DOWN -> Optional.of(new Fault.LinkDown(link));
      case ABSENT -> Optional.of(new Fault.LinkAbsent(link));
    };
  }

  /** The address is on its link, with exactly its prefix. */
  boolean present(InterfaceName home, VirtualAddress address) {
    return key(home, address).filter(view::has).isPresent();
  }

  /** It is there, but good for nothing: another host has it. */
  boolean isDuplicate(InterfaceName home, VirtualAddress address) {
    return key(home, address)
        .flatMap(view::address)
        .filter(InterfaceAddress::duplicate)
        .isPresent();
  }

  boolean isKept(InterfaceName home, VirtualAddress address) {
    return !kept.isEmpty() && key(home, address).filter(kept::contains).isPresent();
  }

  Optional<InterfaceAddress.Key> key(InterfaceName home, VirtualAddress address) {
    return view.link(address.device().orElse(home))
        .map(link ->
            new InterfaceAddress.Key(link.index(), address.address(), address.prefixLength()));
  }

  /**
   * Takes note of what is virtual from now on.
   *
   * @return the keys newly found to be their link's own
   */
  Set<InterfaceAddress.Key> virtual(Collection<InstanceConfig> instances) {
    Set<IpAddress> before = Set.copyOf(virtual);
    virtual.clear();
    instances.forEach(
        config -> config.placedAddresses().forEach(address -> virtual.add(address.address())));
    Set<InterfaceAddress.Key> own = new LinkedHashSet<>();
    for (InstanceConfig config : instances) {
      for (VirtualAddress address : config.placedAddresses()) {
        key(config.home(), address)
            .filter(key -> kept.contains(key) || !before.contains(key.address()))
            .filter(this::onlyAddressOfItsLink)
            .ifPresent(own::add);
      }
    }
    own.forEach(key -> virtual.remove(key.address()));
    Set<InterfaceAddress.Key> fresh = new LinkedHashSet<>(own);
    fresh.removeAll(kept);
    kept.clear();
    kept.addAll(own);
    return fresh;
  }

  /** Taking it away would leave nothing to advertise from; not so for what a killed daemon left. */
  private boolean onlyAddressOfItsLink(InterfaceAddress.Key key) {
    List<InterfaceAddress> addresses = view.addresses(key.linkIndex());
    boolean ours =
        addresses.stream()
            .anyMatch(address -> address.key().equals(key) && address.protocol() != VRRP_DAEMON);
    return ours && view.primaryAddress(key.linkIndex(), key.address().family(), virtual).isEmpty();
  }
}
