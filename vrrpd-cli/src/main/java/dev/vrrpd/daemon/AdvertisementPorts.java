package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.config.Transport;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.wire.Advertisements;
import dev.vrrpd.core.wire.Authentication;
import dev.vrrpd.core.wire.Envelope;
import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.packet.AdvertisementSocket;
import dev.vrrpd.netlink.packet.Arrival;
import dev.vrrpd.netlink.packet.Endpoint;
import dev.vrrpd.netlink.packet.OutgoingDatagram;
import dev.vrrpd.netlink.packet.SendOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Where advertisements go out and come in: keeps one socket open for each endpoint that the
 * configuration and the links of the moment call for, and finds the source address of each
 * instance. A link that is deleted and made again gets a new socket. Confined to the loop.
 */
final class AdvertisementPorts {
  private static final int DEFAULT_TTL = 255;
  private static final int HIGHEST_IDENTIFICATION = 0xffff;

  /** Opens a socket, or throws {@link LibcException}. */
  private final BiFunction<Endpoint, Consumer<Arrival>, AdvertisementSocket> opener;

  private final BiConsumer<Input, Duration> heard;
  private final Logger log;
  private final KernelView view = new KernelView();
  private final Map<String, InstanceConfig> instances = new LinkedHashMap<>();

  /** Routers that go while another one takes their name: by these they say farewell. */
  private final Map<String, InstanceConfig> leaving = new HashMap<>();

  private final Map<Endpoint, AdvertisementSocket> sockets = new HashMap<>();
  private List<AdvertisementSocket> listening = List.of();
  private final Map<String, Optional<Port>> ports = new HashMap<>();

  /** Endpoints that could not be opened and have been complained about. */
  private final Set<Endpoint> refused = new HashSet<>();

  private Set<IpAddress> virtualAddresses = Set.of();
  private boolean addressesMatter;
  private boolean unknownMatter;
  private int identification;

  /** An instance with everything a transmission needs. */
  private record Port(InstanceConfig config, IpAddress source, AdvertisementSocket socket) {}

  /**
   * @param heard takes each advertisement, and how long it has waited to be read
   */
  AdvertisementPorts(
      BiFunction<Endpoint, Consumer<Arrival>, AdvertisementSocket> opener,
      BiConsumer<Input, Duration> heard,
      Logger log) {
    this.opener = opener;
    this.heard = heard;
    this.log = log;
  }

  /** Before the router hears of a configuration: whom it removes still says farewell. */
  void use(DaemonConfig config) {
    leaving.clear();
    for (InstanceConfig instance : config.instances()) {
      InstanceConfig before = instances.put(instance.name(), instance);
      if (before != null && !before.sameRouterAs(instance)) {
        leaving.put(instance.name(), before);
      }
    }
    virtualAddresses =
        config.instances().stream()
            .flatMap(i -> Stream.concat(i.addresses().stream(), i.excludedAddresses().stream()))
            .map(VirtualAddress::address)
            .collect(Collectors.toUnmodifiableSet());
    addressesMatter =
        config.instances().stream().anyMatch(i -> i.transport() instanceof Transport.Unicast);
    refused.clear();
    if (unknownMatter != config.global().logUnknownVrids()) { // a socket keeps its filter
      unknownMatter = config.global().logUnknownVrids();
      close();
    }
    reopen();
  }

  /** After the router has heard of it. */
  void settle(DaemonConfig config) {
    Set<String> names =
        config.instances().stream().map(InstanceConfig::name).collect(Collectors.toSet());
    boolean farewells = !leaving.isEmpty();
    leaving.clear();
    if (instances.keySet().retainAll(names) || farewells) {
      reopen();
    }
  }

  /** Before the router hears of it, so that what it then sends finds its socket. */
  void told(KernelEvent event) {
    view.apply(event);
    switch (event) {
      case KernelEvent.LinkChanged _, KernelEvent.LinkRemoved _, KernelEvent.Resynchronized _ ->
          reopen();
      case KernelEvent.AddressChanged(var address) -> addressMoved(address.address());
      case KernelEvent.AddressRemoved(var address) -> addressMoved(address.address());
      case KernelEvent.Completed _,
          KernelEvent.Refused _,
          KernelEvent.RoutingRemoved _,
          KernelEvent.RoutingRefused _ -> {}
    }
  }

  private void addressMoved(IpAddress address) {
    if (virtualAddresses.contains(address)) {
      return;
    }
    ports.clear();
    if (addressesMatter) {
      reopen();
    }
  }

  private void reopen() {
    ports.clear();
    Map<Endpoint, SortedSet<Integer>> wanted = new LinkedHashMap<>();
    Stream.concat(instances.values().stream(), leaving.values().stream())
        .forEach(instance -> {
          int vrid = instance.parameters().vrid().value();
          Stream.concat(endpoint(instance).stream(), membership(instance).stream())
              .forEach(place -> wanted.computeIfAbsent(place, _ -> new TreeSet<>()).add(vrid));
        });
    Set<Endpoint> superfluous = new HashSet<>(sockets.keySet());
    superfluous.removeAll(wanted.keySet());
    superfluous.forEach(endpoint -> sockets.remove(endpoint).close());
    wanted.keySet().forEach(this::open);
    if (!unknownMatter) {
      wanted.forEach((place, vrids) ->
          Optional.ofNullable(sockets.get(place)).ifPresent(socket -> socket.hearOnly(vrids)));
    }
    listening = List.copyOf(sockets.values());
  }

  private void open(Endpoint endpoint) {
    if (sockets.containsKey(endpoint)) {
      return;
    }
    boolean unicast = !endpoint.multicast();
    try {
      sockets.put(
          endpoint,
          opener.apply(
              endpoint,
              arrival ->
                  heard.accept(
                      new Input.Heard(endpoint.link(), unicast, arrival.datagram()),
                      arrival.waited())));
      refused.remove(endpoint);
      log.debug(
          "VRRP sockpool: [ifindex({}), family({}), proto({}), {}, address({})]",
          endpoint.linkIndex(),
          endpoint.family(),
          endpoint.transport().protocol(),
          unicast ? "unicast" : "multicast",
          endpoint.address());
    } catch (LibcException e) {
      if (refused.add(endpoint)) {
        log.warn(
            "cannot open a VRRP socket on {} for {}: {}",
            endpoint.link(),
            endpoint.address(),
            e.getMessage());
      }
    }
  }

  private Optional<Endpoint> endpoint(InstanceConfig instance) {
    return localAddress(instance).flatMap(address -> endpoint(instance, instance.port(), address));
  }

  private Optional<Endpoint> endpoint(
      InstanceConfig instance, InterfaceName name, IpAddress address) {
    return name.equals(InterfaceName.NONE)
        ? Optional.of(Endpoint.anywhere(protocol(instance), address))
        : view.link(name)
            .map(link -> new Endpoint(link.name(), link.index(), protocol(instance), address));
  }

  /**
   * A virtual MAC interface keeps silent about the groups it is in; its base joins them too, and
   * says so to the switches. What it hears is nobody's.
   */
  private Optional<Endpoint> membership(InstanceConfig instance) {
    return instance.transport() instanceof Transport.Multicast(IpAddress group, var _)
            && !instance.port().equals(instance.link())
        ? endpoint(instance, instance.link(), group)
        : Optional.empty();
  }

  private static Endpoint.Transport protocol(InstanceConfig instance) {
    return instance.parameters().authentication() instanceof Authentication.Ah
        ? Endpoint.Transport.AH
        : Endpoint.Transport.VRRP;
  }

  private Optional<IpAddress> localAddress(InstanceConfig instance) {
    return switch (instance.transport()) {
      case Transport.Multicast(IpAddress group, var _) -> Optional.of(group);
      case Transport.Unicast _ -> source(instance);
    };
  }

  private Optional<IpAddress> source(InstanceConfig instance) {
    return instance.transport().source().or(() -> primary(instance));
  }

  private Optional<IpAddress> primary(InstanceConfig instance) {
    Family family = instance.parameters().family();
    return view.link(instance.link())
        .flatMap(link -> view.primaryAddress(link.index(), family, virtualAddresses));
  }

  private Optional<Port> port(String instance) {
    Optional<Port> known = ports.getOrDefault(instance, Optional.empty());
    if (known.isPresent()) {
      return known;
    }
    Optional<Port> found = Optional.ofNullable(instances.get(instance)).flatMap(this::find);
    ports.put(instance, found);
    return found;
  }

  private Optional<Port> find(InstanceConfig instance) {
    Optional<AdvertisementSocket> socket = endpoint(instance).map(sockets::get);
    Optional<IpAddress> source = source(instance);
    return socket.flatMap(s -> source.map(from -> new Port(instance, from, s)));
  }

  /** Sends to the group or to every peer; a refusal goes to {@code outcome}, once. */
  void transmit(Output.Transmit order, Consumer<Input> outcome) {
    String instance = order.instance();
    boolean farewell =
        order.advertisement().priority().equals(Priority.RESIGN) && leaving.containsKey(instance);
    Optional<Port> port = farewell ? find(leaving.get(instance)) : port(instance);
    if (port.isEmpty()) {
      outcome.accept(new Input.SendFailed(instance, Errno.ENODEV, Errno.message(Errno.ENODEV)));
      return;
    }
    identification = identification % HIGHEST_IDENTIFICATION + 1;
    Optional<SendOutcome.Refused> refusal = send(port.get(), order);
    if (refusal.isPresent() && !down(port.get().config.link())) {
      SendOutcome.Refused first = refusal.get();
      outcome.accept(new Input.SendFailed(instance, first.errno(), first.reason()));
    }
  }

  /** That nothing leaves by a link that is down is no news: its own event tells of it. */
  private boolean down(InterfaceName name) {
    return view.link(name).filter(link -> !link.operational()).isPresent();
  }

  /** To everybody; the first refusal, if there is one. */
  private Optional<SendOutcome.Refused> send(Port port, Output.Transmit order) {
    return switch (port.config.transport()) {
      case Transport.Multicast(IpAddress group, var _) ->
          refusal(send(port, order, group, DEFAULT_TTL));
      case Transport.Unicast unicast -> sendToPeers(port, order, unicast);
    };
  }

  private Optional<SendOutcome.Refused> sendToPeers(
      Port port, Output.Transmit order, Transport.Unicast unicast) {
    int ttl = unicast.ttl().orElse(DEFAULT_TTL);
    Optional<SendOutcome.Refused> first = Optional.empty();
    for (Transport.Peer peer : unicast.peers()) {
      if (!peer.address().equals(port.source)) { // a name may stand for all routers
        Optional<SendOutcome.Refused> refusal = refusal(send(port, order, peer.address(), ttl));
        first = first.isPresent() ? first : refusal;
      }
    }
    return first;
  }

  private static Optional<SendOutcome.Refused> refusal(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Refused refused ? Optional.of(refused) : Optional.empty();
  }

  private SendOutcome send(Port port, Output.Transmit order, IpAddress destination, int ttl) {
    var parameters = port.config.parameters();
    byte[] octets =
        Advertisements.encode(
            order.advertisement(),
            parameters.authentication(),
            parameters.checksumRule(),
            new Envelope(port.source, destination, ttl, identification, order.sequence()));
    return port.socket.send(
        new OutgoingDatagram(port.source, destination, ttl, identification, octets));
  }

  /** Everything that waits is heard now. */
  void drain() {
    for (AdvertisementSocket socket : listening) {
      socket.drain();
    }
  }

  void close() {
    sockets.values().forEach(AdvertisementSocket::close);
    sockets.clear();
    listening = List.of();
  }
}
