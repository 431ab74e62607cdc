package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.netlink.libc.Libc;
import java.util.Optional;
import java.util.OptionalInt;

/** RTM_NEWLINK, RTM_DELLINK and RTM_GETLINK, rtnetlink(7). */
final class LinkMessages {
  private static final int FIXED = 16;
  private static final int IFF_UP = 0x1;
  private static final int IFF_LOOPBACK = 0x8;
  private static final int IFF_RUNNING = 0x40;
  private static final int IFF_MULTICAST = 0x1000;
  private static final int RTEXT_FILTER_SKIP_STATS = 0x8;

  private LinkMessages() {}

  static void writeDump(MessageWriter writer, int sequence) {
    writer
        .message(Rtnetlink.RTM_GETLINK, Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_DUMP, sequence)
        .zeros(FIXED)
        .attribute(Rtnetlink.IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS)
        .finish();
  }

  /**
   * The link, or empty for what is not about a link itself: a port that left its bridge, wireless
   * events.
   */
  static Optional<Link> parse(Message message) {
    if (message.size() < FIXED || message.octet(0) != Libc.AF_UNSPEC) {
      return Optional.empty();
    }
    Draft draft = new Draft(message);
    message.attributes(FIXED, draft::attribute);
    return draft.link(message.number(4), message.number(8));
  }

  private static final class Draft {
    private final Message message;
    private String name = "";
    private Optional<MacAddress> mac = Optional.empty();
    private int mtu;
    private OptionalInt lower = OptionalInt.empty();
    private boolean lowerElsewhere;
    private String kind = "";

    Draft(Message message) {
      this.message = message;
    }

    void attribute(int type, int from, int to) {
      switch (type) {
        case Rtnetlink.IFLA_IFNAME -> name = message.text(from, to);
        case Rtnetlink.IFLA_ADDRESS -> {
          if (to - from == 6) {
            mac = Optional.of(MacAddress.of(message.bytes(from, to)));
          }
        }
        case Rtnetlink.IFLA_MTU -> mtu = message.octets().getInt(from);
        case Rtnetlink.IFLA_LINK -> lower = OptionalInt.of(message.octets().getInt(from));
        case Rtnetlink.IFLA_LINK_NETNSID -> lowerElsewhere = true;
        case Rtnetlink.IFLA_LINKINFO -> message.attributes(from, to, this::information);
        default -> {}
      }
    }

    private void information(int type, int from, int to) {
      if (type == Rtnetlink.IFLA_INFO_KIND) {
        kind = message.text(from, to);
      }
    }

    Optional<Link> link(int index, int flags) {
      if (!InterfaceName.isValid(name)) {
        return Optional.empty();
      }
      return Optional.of(
          new Link(
              index,
              new InterfaceName(name),
              (flags & IFF_UP) != 0,
              (flags & IFF_RUNNING) != 0,
              (flags & IFF_MULTICAST) != 0,
              (flags & IFF_LOOPBACK) != 0,
              mac,
              mtu,
              parent(index),
              kind));
    }

    /** The other end of a veth pair stands in IFLA_LINK too, and is nobody's parent. */
    private OptionalInt parent(int index) {
      boolean none =
          lowerElsewhere || kind.equals("veth") || lower.orElse(0) == 0 || lower.orElse(0) == index;
      return none ? OptionalInt.empty() : lower;
    }
  }
}
