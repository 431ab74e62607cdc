package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.value.IpAddress;

/**
 * What goes out.
 *
 * @param source one of the link's own addresses
 * @param destination group or peer
 * @param ttl time to live or hop limit
 * @param identification of the IPv4 header, 1 to 65535; 0 lets the kernel choose; unused in IPv6
 * @param payload what follows the IP header; not kept. An IPv6 checksum at octet 6 is filled in by
 *     the kernel.
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingDatagram(
    IpAddress source, IpAddress destination, int ttl, int identification, byte[] payload) {}
