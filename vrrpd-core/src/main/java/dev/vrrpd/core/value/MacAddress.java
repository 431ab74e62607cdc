package dev.vrrpd.core.value;

import java.util.HexFormat;

/** A 48-bit MAC address. */
public record MacAddress(long bits) {
  /** ff:ff:ff:ff:ff:ff. */
  public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

  public MacAddress {
    Checks.range("MAC address", bits, 0, 0xffff_ffff_ffffL);
  }

  /** The first six of {@code octets}, in network order; there have to be that many. */
  public static MacAddress of(byte[] octets) {
    long bits = 0;
    for (int i = 0; i < 6; i++) {
      bits = (bits << 8) | (octets[i] & 0xff);
    }
    return new MacAddress(bits);
  }

  /** {@code 00-00-5E-00-01-VRID}, IPv6 {@code ...-02-VRID}. RFC 9568 section 7.3. */
  public static MacAddress virtualRouter(Family family, Vrid vrid) {
    return new MacAddress(
        0x0000_5e00_0000L | ((family == Family.IPV4 ? 1 : 2) << 8) | vrid.value());
  }

  public byte[] octets() {
    byte[] octets = new byte[6];
    for (int i = 0; i < 6; i++) {
      octets[i] = (byte) (bits >>> (8 * (5 - i)));
    }
    return octets;
  }

  @Override
  public String toString() {
    return HexFormat.ofDelimiter(":").formatHex(octets());
  }
}
