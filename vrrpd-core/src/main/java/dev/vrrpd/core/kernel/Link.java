package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualLink;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network interface as rtnetlink(7) describes it.
 *
 * @param index the kernel's interface index, at least 1
 * @param up IFF_UP: switched on by its administrator
 * @param running IFF_RUNNING: it has carrier (RFC 2863 operational state)
 * @param multicast IFF_MULTICAST
 * @param loopback IFF_LOOPBACK
 * @param mac empty for links without Ethernet addresses
 * @param mtu octets
 * @param parent the link it stands on (macvlan, vlan), if any
 * @param kind IFLA_INFO_KIND: {@code macvlan}, {@code veth}, {@code bridge}, or empty
 */
public record Link(
    int index,
    InterfaceName name,
    boolean up,
    boolean running,
    boolean multicast,
    boolean loopback,
    Optional<MacAddress> mac,
    int mtu,
    OptionalInt parent,
    String kind) {

  /** Whether it is {@code wanted}, standing on {@code base}, as far as notifications tell. */
  public boolean is(VirtualLink wanted, Link base) {
    boolean stands =
        name.equals(wanted.name())
            && kind.equals(wanted.type().kind())
            && parent.equals(OptionalInt.of(base.index()));
    return switch (wanted.type()) {
      case VirtualLink.PrivateMacvlan(MacAddress own) ->
          stands && mac.filter(own::equals).isPresent();
      case VirtualLink.Ipvlan _ -> stands;
    };
  }

  /** Fit to carry advertisements: up and with carrier. */
  public boolean operational() {
    return up && running;
  }
}
