package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.core.value.VirtualLink;
import dev.vrrpd.netlink.libc.Libc;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** RTM_NEWLINK, RTM_SETLINK and RTM_DELLINK of links of our own, rtnetlink(7). */
final class VirtualLinkMessages {
  private static final int FIXED = 16;
  private static final int IFF_UP = 1;
  private static final int ADDRESS_GENERATION_NONE = 1;
  private static final int IPVLAN_MODE_L2 = 0;
  private static final int IPVLAN_PRIVATE = 1;
  private static final int IPVLAN_VEPA = 2;

  private VirtualLinkMessages() {}

  static void writeGet(MessageWriter writer, int sequence, InterfaceName name) {
    writer.message(Rtnetlink.RTM_GETLINK, Rtnetlink.NLM_F_REQUEST, sequence);
    writer.zeros(FIXED).attribute(Rtnetlink.IFLA_IFNAME, name.value()).finish();
  }

  static void writeCreate(MessageWriter writer, int sequence, VirtualLink link, int base) {
    int flags = Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL;
    writer.message(Rtnetlink.RTM_NEWLINK, flags, sequence);
    writer
        .zeros(FIXED)
        .attribute(Rtnetlink.IFLA_IFNAME, link.name().value())
        .attribute(Rtnetlink.IFLA_LINK, base);
    if (link.group().isPresent()) {
      writer.attribute(Rtnetlink.IFLA_GROUP, link.group().getAsInt());
    }
    if (link.type() instanceof VirtualLink.PrivateMacvlan(MacAddress mac)) {
      writer.attribute(Rtnetlink.IFLA_ADDRESS, mac.octets());
    }
    int information = writer.open(Rtnetlink.IFLA_LINKINFO);
    writer.attribute(Rtnetlink.IFLA_INFO_KIND, link.type().kind());
    int data = writer.open(Rtnetlink.IFLA_INFO_DATA);
    writeData(writer, link.type());
    writer.close(data).close(information).finish();
  }

  private static void writeData(MessageWriter writer, VirtualLink.Type type) {
    switch (type) {
      case VirtualLink.PrivateMacvlan _ ->
          writer.attribute(Rtnetlink.IFLA_MACVLAN_MODE, LinkState.PRIVATE);
      case VirtualLink.Ipvlan(VirtualLink.Isolation isolation) ->
          writer
              .attribute(Rtnetlink.IFLA_IPVLAN_MODE, shorts(IPVLAN_MODE_L2))
              .attribute(
                  Rtnetlink.IFLA_IPVLAN_FLAGS,
                  shorts(
                      switch (isolation) {
                        case BRIDGE -> 0;
                        case PRIVATE -> IPVLAN_PRIVATE;
                        case VEPA -> IPVLAN_VEPA;
                      }));
    }
  }

  private static byte[] shorts(int value) {
    return new byte[] {(byte) value, (byte) (value >>> 8)};
  }

  /** Options of IPv4, and that IPv6 makes no addresses by itself. */
  static void writeOptions(
      MessageWriter writer, int sequence, int index, Map<InterfaceOption, Integer> options) {
    begin(writer, Rtnetlink.RTM_SETLINK, sequence, index, 0);
    int families = writer.open(Rtnetlink.IFLA_AF_SPEC);
    int ipv4 = writer.open(Libc.AF_INET);
    int conf = writer.open(Rtnetlink.IFLA_INET_CONF);
    options.forEach((option, value) -> writer.attribute(option.number(), value));
    writer.close(conf).close(ipv4).close(families).finish();
  }

  static void writeNoGeneration(MessageWriter writer, int sequence, int index) {
    begin(writer, Rtnetlink.RTM_SETLINK, sequence, index, 0);
    int families = writer.open(Rtnetlink.IFLA_AF_SPEC);
    int ipv6 = writer.open(Libc.AF_INET6);
    writer.attribute(Rtnetlink.IFLA_INET6_ADDR_GEN_MODE, new byte[] {ADDRESS_GENERATION_NONE});
    writer.close(ipv6).close(families).finish();
  }

  static void writeAlias(MessageWriter writer, int sequence, int index, String alias) {
    begin(writer, Rtnetlink.RTM_SETLINK, sequence, index, 0);
    writer.attribute(Rtnetlink.IFLA_IFALIAS, alias).finish();
  }

  static void writeUp(MessageWriter writer, int sequence, int index) {
    begin(writer, Rtnetlink.RTM_SETLINK, sequence, index, IFF_UP);
    writer.finish();
  }

  static void writeRemove(MessageWriter writer, int sequence, int index) {
    begin(writer, Rtnetlink.RTM_DELLINK, sequence, index, 0);
    writer.finish();
  }

  private static void begin(MessageWriter writer, int type, int sequence, int index, int flags) {
    writer.message(type, Rtnetlink.NLM_F_REQUEST, sequence);
    writer.zeros(4).number(index).number(flags).number(flags);
  }

  static Optional<LinkState> parse(Message message) {
    Draft draft = new Draft(message);
    message.attributes(FIXED, draft::attribute);
    return LinkMessages.parse(message).map(draft::state);
  }

  /** The routing table of a VRF; empty for any other link. */
  static OptionalLong vrfTable(Message message) {
    if (message.type() != Rtnetlink.RTM_NEWLINK) {
      return OptionalLong.empty();
    }
    Draft draft = new Draft(message);
    message.attributes(FIXED, draft::attribute);
    return LinkMessages.parse(message).filter(link -> link.kind().equals("vrf")).isPresent()
        ? OptionalLong.of(draft.firstNumber & 0xffff_ffffL)
        : OptionalLong.empty();
  }

  private static final class Draft {
    private final Message message;
    private final Map<InterfaceOption, Integer> options = new EnumMap<>(InterfaceOption.class);
    private String alias = "";

    /** IFLA_MACVLAN_MODE, IFLA_VRF_TABLE: each kind counts its own. */
    private int firstNumber;

    Draft(Message message) {
      this.message = message;
    }

    void attribute(int type, int from, int to) {
      switch (type) {
        case Rtnetlink.IFLA_IFALIAS -> alias = message.text(from, to);
        case Rtnetlink.IFLA_LINKINFO -> message.attributes(from, to, this::information);
        case Rtnetlink.IFLA_AF_SPEC -> message.attributes(from, to, this::family);
        default -> {}
      }
    }

    private void information(int type, int from, int to) {
      if (type == Rtnetlink.IFLA_INFO_DATA) {
        message.attributes(from, to, this::data);
      }
    }

    private void data(int type, int from, int to) {
      if (type == Rtnetlink.IFLA_MACVLAN_MODE && to - from == Integer.BYTES) {
        firstNumber = message.octets().getInt(from);
      }
    }

    private void family(int type, int from, int to) {
      if (type == Libc.AF_INET) {
        message.attributes(from, to, this::conf);
      }
    }

    /** An array, counted from one. */
    private void conf(int type, int from, int to) {
      if (type == Rtnetlink.IFLA_INET_CONF) {
        for (InterfaceOption option : InterfaceOption.values()) {
          int at = from + (option.number() - 1) * Integer.BYTES;
          if (at + Integer.BYTES <= to) {
            options.put(option, message.octets().getInt(at));
          }
        }
      }
    }

    LinkState state(Link link) {
      return new LinkState(link, options, alias, firstNumber);
    }
  }
}
