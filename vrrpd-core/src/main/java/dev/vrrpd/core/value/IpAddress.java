package dev.vrrpd.core.value;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address. Compared octet by octet, unsigned: the tie-break of RFC 9568 section
 * 6.4.3. Prints IPv6 as RFC 5952 asks.
 */
public final class IpAddress implements Comparable<IpAddress> {
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private final byte[] octets;

  private IpAddress(byte[] octets) {
    this.octets = octets;
  }

  /** Of 4 or 16 octets. */
  public static IpAddress of(byte[] octets) {
    if (octets.length != 4 && octets.length != 16) {
      throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length);
    }
    return new IpAddress(octets.clone());
  }

  /** Of the octets from {@code offset} on. */
  public static IpAddress read(byte[] octets, int offset, Family family) {
    return new IpAddress(Arrays.copyOfRange(octets, offset, offset + family.addressOctets()));
  }

  /** Of the octets from {@code offset} on. */
  public static IpAddress read(ByteBuffer octets, int offset, Family family) {
    byte[] own = new byte[family.addressOctets()];
    octets.get(offset, own);
    return new IpAddress(own);
  }

  /** Of a literal; never asks a resolver. Throws {@link IllegalArgumentException}. */
  public static IpAddress of(String literal) {
    return parse(literal)
        .orElseThrow(() -> new IllegalArgumentException("'" + literal + "' is not an IP address"));
  }

  /** A literal in the usual form (four decimal octets, or RFC 4291 section 2.2), or empty. */
  public static Optional<IpAddress> parse(String literal) {
    return literal.indexOf(':') >= 0 ? parseIpv6(literal) : parseIpv4(literal);
  }

  private static Optional<IpAddress> parseIpv4(String literal) {
    byte[] octets = new byte[4];
    int octet = 0;
    int begin = 0;
    for (int at = 0; at <= literal.length(); at++) {
      if (at == literal.length() || literal.charAt(at) == '.') {
        int value = decimal(literal, begin, at);
        if (value > 255 || octet == octets.length) {
          return Optional.empty();
        }
        octets[octet++] = (byte) value;
        begin = at + 1;
      }
    }
    return octet == octets.length ? Optional.of(new IpAddress(octets)) : Optional.empty();
  }

  /** One to three digits; more than 255 for anything else. */
  private static int decimal(String literal, int begin, int end) {
    int value = begin < end && end - begin <= 3 ? 0 : 256;
    for (int at = begin; at < end && value <= 255; at++) {
      char c = literal.charAt(at);
      value = '0' <= c && c <= '9' ? value * 10 + (c - '0') : 256;
    }
    return value;
  }

  private static Optional<IpAddress> parseIpv6(String literal) {
    if (!literal.matches("[0-9a-fA-F:.]+")) {
      return Optional.empty();
    }
    try {
      // A literal with a colon is parsed, never looked up; a mapped IPv4 address keeps its 16
      // octets.
      InetAddress address = Inet6Address.ofLiteral(literal);
      byte[] octets = address.getAddress();
      if (octets.length == 4) {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(octets, 0, mapped, 12, 4);
        octets = mapped;
      }
      return Optional.of(new IpAddress(octets));
    } catch (IllegalArgumentException notALiteral) {
      return Optional.empty();
    }
  }

  public Family family() {
    return octets.length == 4 ? Family.IPV4 : Family.IPV6;
  }

  /** A copy of the 4 or 16 octets, network order. */
  public byte[] octets() {
    return octets.clone();
  }

  /** One of the 4 or 16 octets, 0 to 255. */
  public int octet(int index) {
    return octets[index] & 0xff;
  }

  /** Puts the 4 or 16 octets there, network order. */
  public void write(byte[] target, int offset) {
    System.arraycopy(octets, 0, target, offset, octets.length);
  }

  /** Puts the 4 or 16 octets there, network order. */
  public void write(ByteBuffer target, int offset) {
    target.put(offset, octets);
  }

  public boolean isMulticast() {
    return family() == Family.IPV4 ? (octets[0] & 0xf0) == 0xe0 : (octets[0] & 0xff) == 0xff;
  }

  /** fe80::/10, or 169.254.0.0/16. */
  public boolean isLinkLocal() {
    return family() == Family.IPV4
        ? (octets[0] & 0xff) == 169 && (octets[1] & 0xff) == 254
        : (octets[0] & 0xff) == 0xfe && (octets[1] & 0xc0) == 0x80;
  }

  /** The first {@code length} bits of both, 0 to 32 or 128, are equal; false across families. */
  public boolean sharesPrefix(IpAddress other, int length) {
    if (family() != other.family()) {
      return false;
    }
    return mask(length, false).equals(other.mask(length, false));
  }

  /**
   * With the bits after the first {@code length}, 0 to 32 or 128, all set ({@code brd +}) or all
   * cleared ({@code brd -}).
   */
  public IpAddress mask(int length, boolean hostBits) {
    byte[] masked = octets.clone();
    for (int bit = length; bit < masked.length * 8; bit++) {
      int flag = 0x80 >>> bit % 8;
      masked[bit / 8] = (byte) (hostBits ? masked[bit / 8] | flag : masked[bit / 8] & ~flag);
    }
    return new IpAddress(masked);
  }

  @Override
  public int compareTo(IpAddress other) {
    return Arrays.compareUnsigned(octets, other.octets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress that && Arrays.equals(octets, that.octets);
  }

  /**
   * FNV-1a. With the usual factor 31 ten thousand neighbouring addresses have some hundred
   * different codes, and what is kept by address is found by searching.
   */
  @Override
  public int hashCode() {
    int hash = FNV_OFFSET;
    for (byte octet : octets) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  @Override
  public String toString() {
    if (family() == Family.IPV6) {
      return ipv6Text();
    }
    return (octets[0] & 0xff)
        + "."
        + (octets[1] & 0xff)
        + "."
        + (octets[2] & 0xff)
        + "."
        + (octets[3] & 0xff);
  }

  /**
   * RFC 5952 section 4: lower case, no leading zeros, the longest run of two or more zero groups as
   * ::.
   */
  private String ipv6Text() {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ((octets[2 * i] & 0xff) << 8) | (octets[2 * i + 1] & 0xff);
    }
    int runStart = -1;
    int runLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > runLength) {
        runStart = i;
        runLength = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == runStart) {
        text.append("::");
        i += runLength - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
