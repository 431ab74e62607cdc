package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.IpAddress;

/**
 * What an advertisement's octets depend on beside what it says: checksums and digests cover more
 * than the message.
 *
 * @param ttl time to live or hop limit it leaves with
 * @param identification of the IPv4 header; covered by an authentication header
 * @param sequence of an authentication that numbers its messages, see {@link Authentication}
 */
public record Envelope(
    IpAddress source, IpAddress destination, int ttl, int identification, long sequence) {}
