package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.Checks;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a route leads, or one of several ways.
 *
 * @param gateway of either family: IPv4 may go by an IPv6 neighbour
 * @param weight its share among several, 1 to 256
 * @param onlink the gateway is taken for a neighbour though no route says so
 * @param realms FROM in the upper sixteen bits, TO in the lower; IPv4
 */
public record NextHop(
    Optional<IpAddress> gateway,
    Optional<InterfaceName> device,
    int weight,
    boolean onlink,
    Optional<Encapsulation> encapsulation,
    OptionalLong realms) {
  public NextHop {
    Checks.range("weight", weight, 1, 256);
  }

  /** {@code via ... dev ... onlink encap ...}, what there is of it, with a blank before each. */
  String text(Optional<IpAddress> source) {
    StringBuilder text = new StringBuilder();
    gateway.ifPresent(via ->
        text.append(" via ").append(via.family() == Family.IPV4 ? "inet " : "inet6 ").append(via));
    source.ifPresent(address -> text.append(" src ").append(address));
    device.ifPresent(name -> text.append(" dev ").append(name));
    if (onlink) {
      text.append(" onlink");
    }
    encapsulation.ifPresent(tunnel -> text.append(" encap ").append(tunnel));
    return text.toString();
  }
}
