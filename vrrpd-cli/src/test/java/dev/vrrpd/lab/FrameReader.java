package dev.vrrpd.lab;

import dev.vrrpd.core.value.IpAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Ethernet octets to {@link Frame}; what is none of these is nothing. */
final class FrameReader {
  private static final int IPV4 = 0x0800;
  private static final int ARP = 0x0806;
  private static final int IPV6 = 0x86dd;
  private static final int VRRP = 112;
  private static final int AH = 51;
  private static final int ICMPV6 = 58;
  private static final int NEIGHBOUR_ADVERTISEMENT = 136;
  private static final int REQUEST = 1;
  private static final IpAddress NOBODY = IpAddress.of("0.0.0.0");
  private static final HexFormat MAC = HexFormat.ofDelimiter(":");

  private final Instant at;
  private final ByteBuffer frame;

  private FrameReader(Instant at, byte[] octets) {
    this.at = at;
    this.frame = ByteBuffer.wrap(octets);
  }

  static Optional<Frame> read(Instant at, byte[] octets) {
    return octets.length < 42 ? Optional.empty() : new FrameReader(at, octets).ethernet();
  }

  private Optional<Frame> ethernet() {
    return switch (u16(12)) {
      case IPV4 -> ipv4();
      case IPV6 -> ipv6();
      case ARP -> arp();
      default -> Optional.empty();
    };
  }

  private Optional<Frame> ipv4() {
    int payload = 14 + (u8(14) & 0xf) * 4;
    return switch (u8(23)) {
      case VRRP -> Optional.of(advertIpv4(payload));
      case AH -> Optional.of(advertIpv4(payload + (u8(payload + 1) + 2) * 4));
      default -> Optional.empty();
    };
  }

  private Optional<Frame> arp() {
    IpAddress sender = address(28, 4);
    if (sender.equals(NOBODY) && u16(20) == REQUEST) {
      return Optional.of(new Frame.ArpProbe(at, mac(22), address(38, 4)));
    }
    return sender.equals(address(38, 4))
        ? Optional.of(new Frame.GratuitousArp(at, mac(22), sender))
        : Optional.empty();
  }

  private Optional<Frame> ipv6() {
    return switch (u8(20)) {
      case VRRP -> Optional.of(advert(54, 16, u8(21), 0, address(22, 16), address(38, 16)));
      case ICMPV6 ->
          u8(54) == NEIGHBOUR_ADVERTISEMENT && u8(38) == 0xff
              ? Optional.of(new Frame.NeighbourAdvertisement(at, mac(6), address(62, 16)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Frame advertIpv4(int vrrp) {
    return advert(vrrp, 4, u8(22), u16(18), address(26, 4), address(30, 4));
  }

  private Frame advert(
      int vrrp, int size, int ttl, int identification, IpAddress source, IpAddress destination) {
    int version = u8(vrrp) >> 4;
    List<IpAddress> addresses = new ArrayList<>();
    for (int i = 0; i < u8(vrrp + 3); i++) {
      addresses.add(address(vrrp + 8 + i * size, size));
    }
    return new Frame.Advert(
        at,
        source,
        destination,
        ttl,
        identification,
        version,
        u8(vrrp + 1),
        u8(vrrp + 2),
        version == 2 ? u8(vrrp + 5) * 100 : u16(vrrp + 4) & 0xfff,
        version == 2 ? u8(vrrp + 4) : 0,
        List.copyOf(addresses),
        mac(6));
  }

  private int u8(int at) {
    return frame.get(at) & 0xff;
  }

  private int u16(int at) {
    return frame.getShort(at) & 0xffff;
  }

  private String mac(int at) {
    return MAC.formatHex(frame.array(), at, at + 6);
  }

  private IpAddress address(int at, int size) {
    byte[] octets = new byte[size];
    frame.get(at, octets);
    return IpAddress.of(octets);
  }
}
