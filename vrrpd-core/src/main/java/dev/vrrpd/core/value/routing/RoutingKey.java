package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.Family;

/** What tells an entry from others, and all that the kernel's farewell to it has to say. */
public sealed interface RoutingKey {
  /**
   * A route.
   *
   * @param metric with the kernel's default filled in
   */
  record OfRoute(Family family, long table, Prefix destination, int tos, long metric)
      implements RoutingKey {}

  /** A rule: its preference and where it looks. */
  record OfRule(Family family, long priority, Prefix from, Prefix to) implements RoutingKey {}
}
