package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.routing.Encapsulation;
import java.nio.ByteBuffer;

/** The attributes of lightweight tunnels: linux/lwtunnel.h, linux/mpls_iptunnel.h, linux/ila.h. */
final class EncapsulationMessages {
  private static final int MPLS = 1;
  private static final int IP = 2;
  private static final int ILA = 3;
  private static final int IP6 = 4;

  private static final int ID = 1;
  private static final int DST = 2;
  private static final int SRC = 3;
  private static final int FLAGS = 6;
  private static final int ONLY = 1;
  private static final int BOTTOM_OF_STACK = 1 << 8;

  private EncapsulationMessages() {}

  /** Two octets, in the host's order. */
  static byte[] type(Encapsulation tunnel) {
    int number =
        switch (tunnel) {
          case Encapsulation.Mpls _ -> MPLS;
          case Encapsulation.Ip ip -> ip.version() == 4 ? IP : IP6;
          case Encapsulation.Ila _ -> ILA;
        };
    return new byte[] {(byte) number, 0};
  }

  static void write(MessageWriter writer, Encapsulation tunnel) {
    switch (tunnel) {
      case Encapsulation.Ip ip -> write(writer, ip);
      case Encapsulation.Mpls mpls -> writer.attribute(ONLY, stack(mpls));
      case Encapsulation.Ila(long locator) -> writer.attribute(ONLY, network(locator));
    }
  }

  private static void write(MessageWriter writer, Encapsulation.Ip ip) {
    ip.id().ifPresent(id -> writer.attribute(ID, network(id)));
    ip.destination().ifPresent(address -> writer.attribute(DST, address.octets()));
    ip.source().ifPresent(address -> writer.attribute(SRC, address.octets()));
    ip.hops().ifPresent(hops -> writer.attribute(4, new byte[] {(byte) hops}));
    ip.service().ifPresent(service -> writer.attribute(5, new byte[] {(byte) service}));
    ip.flags()
        .ifPresent(
            flags -> writer.attribute(FLAGS, new byte[] {(byte) (flags >> 8), (byte) flags}));
  }

  private static byte[] network(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static byte[] stack(Encapsulation.Mpls mpls) {
    ByteBuffer stack = ByteBuffer.allocate(Integer.BYTES * mpls.labels().size());
    mpls.labels().forEach(label -> stack.putInt(label << 12));
    int last = stack.position() - Integer.BYTES;
    return stack.putInt(last, stack.getInt(last) | BOTTOM_OF_STACK).array();
  }
}
