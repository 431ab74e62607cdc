package dev.vrrpd.core.kernel;

import dev.vrrpd.core.value.IpAddress;

/**
 * An address on a link as the kernel reports it.
 *
 * @param flags IFA_F_* bits (linux/if_addr.h), 32 bits wide
 * @param protocol IFA_PROTO, 0 where nobody said; 18 is keepalived's
 */
public record InterfaceAddress(
    int linkIndex, IpAddress address, int prefixLength, int scope, int flags, int protocol) {

  private static final int SECONDARY = 0x01;
  private static final int DAD_FAILED = 0x08;
  private static final int TENTATIVE = 0x40;

  /** What names an address on a host: the kernel allows it once for each link and prefix length. */
  public record Key(int linkIndex, IpAddress address, int prefixLength) {}

  public Key key() {
    return new Key(linkIndex, address, prefixLength);
  }

  /** An IPv4 address in a subnet whose primary address came first. */
  public boolean secondary() {
    return (flags & SECONDARY) != 0;
  }

  /** Somebody else had it when the kernel asked for it; RFC 4862 section 5.4.5. */
  public boolean duplicate() {
    return (flags & DAD_FAILED) != 0;
  }

  /** Fit to be a source address: duplicate address detection is over and went well. */
  public boolean usable() {
    return (flags & (TENTATIVE | DAD_FAILED)) == 0;
  }
}
