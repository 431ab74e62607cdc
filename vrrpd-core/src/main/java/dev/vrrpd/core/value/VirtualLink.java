package dev.vrrpd.core.value;

import java.util.OptionalInt;

/**
 * A link of our own that stands on another one and has a MAC address of its own: RFC 9568 section
 * 7.3, {@code use_vmac}, {@code use_ipvlan}.
 *
 * @param base the link it stands on
 * @param group number of its link group, ip-link(8)
 */
public record VirtualLink(InterfaceName name, InterfaceName base, Type type, OptionalInt group) {

  /** What the kernel makes of it. */
  public sealed interface Type {
    /** IFLA_INFO_KIND. */
    String kind();
  }

  /** A macvlan that does not speak with others on the same base. */
  public record PrivateMacvlan(MacAddress mac) implements Type {
    @Override
    public String kind() {
      return "macvlan";
    }
  }

  /** An ipvlan of layer 2: the base's MAC address, separate addresses. */
  public record Ipvlan(Isolation isolation) implements Type {
    @Override
    public String kind() {
      return "ipvlan";
    }
  }

  /** How much the ipvlans of one base hear of each other. */
  public enum Isolation {
    BRIDGE,
    PRIVATE,
    VEPA
  }
}
