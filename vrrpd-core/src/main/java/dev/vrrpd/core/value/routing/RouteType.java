package dev.vrrpd.core.value.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a route does with a packet: RTN_* of rtnetlink(7). */
public enum RouteType {
  UNSPECIFIED(0),
  UNICAST(1),
  LOCAL(2),
  BROADCAST(3),
  ANYCAST(4),
  MULTICAST(5),
  BLACKHOLE(6),
  UNREACHABLE(7),
  PROHIBIT(8),
  THROW(9),
  NAT(10),
  XRESOLVE(11);

  private final int number;

  RouteType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** By its name in ip-route(8), {@code brd} too, or by its number. */
  public static Optional<RouteType> parse(String word) {
    if (word.equals("brd")) {
      return Optional.of(BROADCAST);
    }
    return Arrays.stream(values())
        .filter(type -> type.toString().equals(word) || Integer.toString(type.number).equals(word))
        .findFirst();
  }

  /** It leads nowhere, and so has no next hop. */
  public boolean discards() {
    return this == BLACKHOLE || this == UNREACHABLE || this == PROHIBIT || this == THROW;
  }

  @Override
  public String toString() {
    return this == UNSPECIFIED ? "0" : name().toLowerCase(Locale.ROOT);
  }
}
