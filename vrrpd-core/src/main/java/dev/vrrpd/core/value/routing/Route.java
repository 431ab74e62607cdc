package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A route with all that the kernel is told about it. See ip-route(8).
 *
 * @param table 0 to 4294967295; {@link #MAIN} unless said otherwise
 * @param vrf whose table it goes to instead
 * @param scope 0 (global) to 255
 * @param metric empty: the kernel's default
 * @param hops none for a route that {@linkplain RouteType#discards discards}, several share
 * @param congestionControl name of the algorithm
 * @param expires seconds, IPv6
 * @param preference 0 (medium), 1 (high), 3 (low) of RFC 4191, IPv6
 */
public record Route(
    Prefix destination,
    RouteType type,
    long table,
    Optional<InterfaceName> vrf,
    int protocol,
    int scope,
    int tos,
    OptionalLong metric,
    Optional<IpAddress> source,
    Optional<Prefix> from,
    List<NextHop> hops,
    List<Metric> metrics,
    Optional<CongestionControl> congestionControl,
    OptionalLong realms,
    OptionalLong expires,
    OptionalInt preference,
    Optional<Boolean> ttlPropagates,
    Insertion insertion,
    boolean tracked)
    implements RoutingEntry {
  /** The table that is looked at first after the host's own addresses. */
  public static final long MAIN = 254;

  private static final long IPV6_METRIC = 1024;

  /** The algorithm of TCP's congestion control for this route. */
  public record CongestionControl(String name, boolean locked) {}

  public Route {
    hops = List.copyOf(hops);
    metrics = List.copyOf(metrics);
  }

  @Override
  public Family family() {
    return destination.family();
  }

  @Override
  public List<InterfaceName> devices() {
    return hops.stream().map(NextHop::device).flatMap(Optional::stream).distinct().toList();
  }

  @Override
  public RoutingKey key() {
    return new RoutingKey.OfRoute(
        family(),
        table,
        destination.canonical(),
        tos,
        metric.orElse(family() == Family.IPV6 ? IPV6_METRIC : 0));
  }

  @Override
  public String dumpText() {
    return insertion + " " + new RouteText(this, "proto").text();
  }

  /** As a configuration has it; reads back as the same route. */
  @Override
  public String toString() {
    return new RouteText(this, "protocol").text()
        + (insertion == defaultInsertion(type) ? "" : " " + insertion);
  }

  /** What is used where nothing else is said. */
  public static Insertion defaultInsertion(RouteType type) {
    return type.discards() ? Insertion.ADD : Insertion.PREPEND;
  }
}
