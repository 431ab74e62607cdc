package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.config.InstanceConfig;
import dev.vrrpd.core.kernel.KernelEvent;
import dev.vrrpd.core.kernel.KernelView;
import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.libc.LibcException;
import dev.vrrpd.netlink.packet.ClaimSocket;
import dev.vrrpd.netlink.packet.ClaimSocket.Claim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Listens for others who say that a virtual address is theirs, by themselves or in answer to an
 * inquiry, on each link that carries some. Where that cannot be heard everything else goes on.
 * Confined to the loop.
 */
final class ClaimWatch implements AutoCloseable {
  /** Opens a socket, or throws {@link LibcException}. */
  interface Opener {
    ClaimSocket open(
        int linkIndex, Family family, Set<IpAddress> addresses, Consumer<Claim> claimed);
  }

  private record Place(InterfaceName link, int index, Family family) {}

  private record Ear(Set<IpAddress> addresses, ClaimSocket socket) {}

  private final Opener opener;
  private final Consumer<Input> heard;
  private final Logger log;
  private final KernelView view = new KernelView();
  private final Map<InterfaceName, Set<IpAddress>> addresses = new LinkedHashMap<>();
  private final Map<Place, Ear> ears = new HashMap<>();
  private boolean refused;

  ClaimWatch(Opener opener, Consumer<Input> heard, Logger log) {
    this.opener = opener;
    this.heard = heard;
    this.log = log;
  }

  void use(DaemonConfig config) {
    addresses.clear();
    for (InstanceConfig instance : config.instances()) {
      if (instance.announcements().inquiries().asks()) {
        instance.firstAddresses().forEach(this::watch);
      }
    }
    for (InstanceConfig instance : config.instances()) {
      if (instance.announcements().rivalRepeat() > 0) {
        for (VirtualAddress address : instance.placedAddresses()) {
          watch(instance.base(address), address.address());
        }
      }
    }
    listen();
  }

  private void watch(InterfaceName link, IpAddress address) {
    addresses.computeIfAbsent(link, _ -> new LinkedHashSet<>()).add(address);
  }

  void told(KernelEvent event) {
    view.apply(event);
    switch (event) {
      case KernelEvent.LinkChanged _, KernelEvent.LinkRemoved _, KernelEvent.Resynchronized _ ->
          listen();
      default -> {}
    }
  }

  private void listen() {
    Map<Place, Set<IpAddress>> wanted = new LinkedHashMap<>();
    addresses.forEach((link, all) ->
        view.link(link)
            .filter(known -> known.mac().isPresent())
            .ifPresent(known ->
                all.forEach(address ->
                    wanted
                        .computeIfAbsent(
                            new Place(link, known.index(), address.family()),
                            _ -> new LinkedHashSet<>())
                        .add(address))));
    Set<Place> superfluous = new HashSet<>(ears.keySet());
    superfluous.removeIf(place -> ears.get(place).addresses.equals(wanted.get(place)));
    superfluous.forEach(this::deafen);
    wanted.forEach(this::hear);
  }

  private void deafen(Place place) {
    ears.remove(place).socket.close();
  }

  private void hear(Place place, Set<IpAddress> wanted) {
    if (ears.containsKey(place)) {
      return;
    }
    try {
      ClaimSocket socket =
          opener.open(place.index, place.family, wanted, claim -> claimed(place, claim));
      ears.put(place, new Ear(wanted, socket));
    } catch (LibcException e) {
      if (!refused) {
        refused = true;
        log.info("cannot hear who else claims addresses on {}: {}", place.link, e.getMessage());
      }
    }
  }

  /** Another port of this host, say of a bridge, may bring back what it sent itself. */
  private void claimed(Place place, Claim claim) {
    InterfaceName link = place.link;
    if (!claim.answer()) {
      if (!isOurs(claim.mac())) {
        heard.accept(new Input.ClaimHeard(link, claim.address(), claim.mac()));
      }
    } else if (ears.containsKey(place)
        && ears.get(place).addresses.contains(claim.address())
        && (!isOurs(claim.mac()) || standsOn(place, claim.mac()))) {
      heard.accept(new Input.AnswerHeard(link, claim.address(), claim.mac()));
    }
  }

  private boolean isOurs(MacAddress mac) {
    for (Link known : view.links()) {
      if (has(known, mac)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Link link, MacAddress mac) {
    return link.mac().isPresent() && link.mac().get().equals(mac);
  }

  /**
   * A virtual MAC address is that of all routers of its VRID. Our own link of that address does not
   * hear what its base asks, so it is another's.
   */
  private boolean standsOn(Place place, MacAddress mac) {
    for (Link known : view.links()) {
      boolean standsThere =
          known.kind().equals("macvlan") && known.parent().equals(OptionalInt.of(place.index));
      if (has(known, mac) && !standsThere) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    ears.values().forEach(ear -> ear.socket.close());
    ears.clear();
  }
}
