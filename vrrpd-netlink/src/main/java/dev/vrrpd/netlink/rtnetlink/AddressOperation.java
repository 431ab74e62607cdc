package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.core.value.VirtualAddress;

/** One address to put on a link, or to take away from it. */
public record AddressOperation(Kind kind, int linkIndex, VirtualAddress address) {
  /** Which of the two. */
  public enum Kind {
    ADD,
    REMOVE
  }

  /**
   * One operation that the kernel refused.
   *
   * @param reason the C library's text and what the kernel added in words
   */
  public record Failure(VirtualAddress address, int errno, String reason) {}
}
