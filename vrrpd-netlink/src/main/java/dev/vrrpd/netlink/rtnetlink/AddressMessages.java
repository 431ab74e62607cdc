package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.kernel.InterfaceAddress;
import dev.vrrpd.core.value.Family;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.netlink.libc.Libc;
import java.util.Optional;

/** RTM_NEWADDR, RTM_DELADDR and RTM_GETADDR, rtnetlink(7). */
final class AddressMessages {
  /** More octets than any request here has. */
  static final int LONGEST = 192;

  private static final int FIXED = 8;
  private static final int IFA_F_NODAD = 0x02;
  private static final int IFA_F_HOMEADDRESS = 0x10;
  private static final int IFA_F_MANAGETEMPADDR = 0x100;
  private static final int IFA_F_NOPREFIXROUTE = 0x200;
  private static final int IFA_F_MCAUTOJOIN = 0x400;

  /** RTPROT_KEEPALIVED in IFA_PROTO; kernels before 5.18 pass over it. */
  private static final byte[] ORIGIN = {18};

  private AddressMessages() {}

  static void writeDump(MessageWriter writer, int sequence) {
    writer
        .message(Rtnetlink.RTM_GETADDR, Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_DUMP, sequence)
        .zeros(FIXED)
        .finish();
  }

  /** Asks for one IPv6 address; the kernel answers the like for IPv4 with a dump only. */
  static void writeGet(MessageWriter writer, int sequence, InterfaceAddress.Key key) {
    writer
        .message(Rtnetlink.RTM_GETADDR, Rtnetlink.NLM_F_REQUEST, sequence)
        .octet(Libc.AF_INET6)
        .octet(key.prefixLength())
        .zeros(2)
        .number(key.linkIndex())
        .attribute(Rtnetlink.IFA_ADDRESS, key.address().octets())
        .finish();
  }

  /** Asks for the address with all that the operator said about it. */
  static void writeAdd(MessageWriter writer, int sequence, int linkIndex, VirtualAddress virtual) {
    int flags = Rtnetlink.NLM_F_REQUEST | Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL;
    writer.message(Rtnetlink.RTM_NEWADDR, flags, sequence);
    writeIdentity(writer, linkIndex, virtual);
    if (virtual.peer().isEmpty()) {
      virtual.broadcast().ifPresent(b -> writer.attribute(Rtnetlink.IFA_BROADCAST, b.octets()));
    }
    virtual.label().ifPresent(label -> writer.attribute(Rtnetlink.IFA_LABEL, label));
    writer.attribute(Rtnetlink.IFA_FLAGS, flags(virtual));
    long preferred = virtual.effectivePreferredLifetime();
    if (preferred != VirtualAddress.FOREVER) {
      int forever = (int) VirtualAddress.FOREVER;
      writer.attribute(Rtnetlink.IFA_CACHEINFO, (int) preferred, forever, 0, 0);
    }
    writer.attribute(Rtnetlink.IFA_PROTO, ORIGIN).finish();
  }

  /** Asks for the removal of exactly this address, prefix length and peer, whatever its label. */
  static void writeRemove(
      MessageWriter writer, int sequence, int linkIndex, VirtualAddress virtual) {
    writer.message(Rtnetlink.RTM_DELADDR, Rtnetlink.NLM_F_REQUEST, sequence);
    writeIdentity(writer, linkIndex, virtual);
    writer.finish();
  }

  private static void writeIdentity(MessageWriter writer, int linkIndex, VirtualAddress virtual) {
    boolean ipv4 = virtual.address().family() == Family.IPV4;
    writer
        .octet(ipv4 ? Libc.AF_INET : Libc.AF_INET6)
        .octet(virtual.prefixLength())
        .octet(0)
        .octet(ipv4 ? virtual.scope() : 0)
        .number(linkIndex)
        .attribute(Rtnetlink.IFA_LOCAL, virtual.address().octets())
        .attribute(Rtnetlink.IFA_ADDRESS, virtual.peer().orElse(virtual.address()).octets());
  }

  private static int flags(VirtualAddress virtual) {
    int flags = 0;
    for (VirtualAddress.Option option : virtual.options()) {
      flags |=
          switch (option) {
            case HOME -> IFA_F_HOMEADDRESS;
            case MNGTMPADDR -> IFA_F_MANAGETEMPADDR;
            case NOPREFIXROUTE -> IFA_F_NOPREFIXROUTE;
            case AUTOJOIN -> IFA_F_MCAUTOJOIN;
            case DUPLICATE_DETECTION, USE_VMAC -> 0;
          };
    }
    boolean detects = virtual.options().contains(VirtualAddress.Option.DUPLICATE_DETECTION);
    return virtual.address().family() == Family.IPV6 && !detects ? flags | IFA_F_NODAD : flags;
  }

  /** The address, or empty for a family that is neither IPv4 nor IPv6. */
  static Optional<InterfaceAddress> parse(Message message) {
    int family = message.size() < FIXED ? 0 : message.octet(0);
    if (family != Libc.AF_INET && family != Libc.AF_INET6) {
      return Optional.empty();
    }
    Draft draft = new Draft(message);
    message.attributes(FIXED, draft::attribute);
    return draft.address();
  }

  private static final class Draft {
    private final Message message;
    private final int octets;
    private Optional<IpAddress> local = Optional.empty();
    private Optional<IpAddress> far = Optional.empty();
    private int flags;
    private int protocol;

    Draft(Message message) {
      this.message = message;
      this.octets = message.octet(0) == Libc.AF_INET ? 4 : 16;
      this.flags = message.octet(2);
    }

    void attribute(int type, int from, int to) {
      switch (type) {
        case Rtnetlink.IFA_LOCAL -> local = value(from, to);
        case Rtnetlink.IFA_ADDRESS -> far = value(from, to);
        case Rtnetlink.IFA_FLAGS -> flags = message.octets().getInt(from);
        case Rtnetlink.IFA_PROTO -> protocol = message.octets().get(from) & 0xff;
        default -> {}
      }
    }

    private Optional<IpAddress> value(int from, int to) {
      return to - from == octets
          ? Optional.of(IpAddress.of(message.bytes(from, to)))
          : Optional.empty();
    }

    /** IFA_ADDRESS is the peer where there is one, else the address itself. */
    Optional<InterfaceAddress> address() {
      return local
          .or(() -> far)
          .map(address ->
              new InterfaceAddress(
                  message.number(4), address, message.octet(1), message.octet(3), flags, protocol));
    }
  }
}
