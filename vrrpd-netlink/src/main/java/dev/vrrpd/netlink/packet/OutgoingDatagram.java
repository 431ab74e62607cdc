package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.IpAddress;

/**
 * What goes out.
 *
 * @param source one of the link's own addresses
 * @param destination group or peer
 * @param ttl time to live or hop limit, or {@link #DEFAULT_TTL}
 * @param identification of the IPv4 header, 1 to 65535; 0 lets the kernel choose; unused in IPv6
 * @param payload what follows the IP header; not kept. An IPv6 checksum at octet 6 is filled in by
 *     the kernel.
 */
@SuppressWarnings("ArrayRecordComponent") // written once for each packet: not worth a copy
public record OutgoingDatagram(
    IpAddress source, IpAddress destination, int ttl, int identification, byte[] payload) {
  /** 255 for IPv4; for IPv6 what the kernel uses, 64 unless the operator changed it. */
  public static final int DEFAULT_TTL = -1;
}
