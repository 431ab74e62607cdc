package dev.vrrpd.core.value.routing;

import dev.vrrpd.core.value.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A lightweight tunnel of one route: {@code encap} of ip-route(8). */
public sealed interface Encapsulation {
  /**
   * {@code encap ip} and {@code encap ip6}.
   *
   * @param version 4 or 6
   * @param id tunnel id, unsigned
   * @param service type of service, or traffic class
   * @param hops time to live, or hop limit
   */
  record Ip(
      int version,
      OptionalLong id,
      Optional<IpAddress> destination,
      Optional<IpAddress> source,
      OptionalInt service,
      OptionalInt hops,
      OptionalInt flags)
      implements Encapsulation {
    @Override
    public String toString() {
      boolean six = version == 6;
      StringBuilder text = new StringBuilder(six ? "ip6" : "ip");
      id.ifPresent(number -> text.append(" id ").append(Long.toUnsignedString(number)));
      destination.ifPresent(address -> text.append(" dst ").append(address));
      source.ifPresent(address -> text.append(" src ").append(address));
      service.ifPresent(value -> text.append(six ? " tc " : " tos ").append(value));
      hops.ifPresent(value -> text.append(six ? " hoplimit " : " ttl ").append(value));
      flags.ifPresent(value -> text.append(" flags ").append(value));
      return text.toString();
    }
  }

  /** {@code encap mpls}: labels of twenty bits, the outermost first. */
  record Mpls(List<Integer> labels) implements Encapsulation {
    public Mpls {
      labels = List.copyOf(labels);
    }

    @Override
    public String toString() {
      return "mpls " + labels.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }
  }

  /** {@code encap ila}: a locator of 64 bits, {@code 1:2:3:4}. */
  record Ila(long locator) implements Encapsulation {
    @Override
    public String toString() {
      return "ila %x:%x:%x:%x"
          .formatted(
              locator >>> 48, locator >>> 32 & 0xffff, locator >>> 16 & 0xffff, locator & 0xffff);
    }
  }
}
