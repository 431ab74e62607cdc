package dev.vrrpd.netlink.packet;

/** What the kernel said to a datagram. */
public sealed interface SendOutcome {
  enum Sent implements SendOutcome {
    SENT
  }

  /**
   * It did not leave.
   *
   * @param errno errno(3) number, such as 19 (ENODEV) or 100 (ENETDOWN)
   * @param reason the C library's text for it
   */
  record Refused(int errno, String reason) implements SendOutcome {}
}
