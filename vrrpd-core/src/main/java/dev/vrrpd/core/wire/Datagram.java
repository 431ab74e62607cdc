package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.IpAddress;
import java.util.HexFormat;

/**
 * A VRRP packet as a socket hands it over.
 *
 * @param ttl TTL or hop limit it arrived with, 0 to 255
 * @param payload octets after the IP header, Ethernet padding included; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // received once for each packet: not worth a copy
public record Datagram(IpAddress source, IpAddress destination, int ttl, byte[] payload) {
  @Override
  public String toString() {
    return "%s > %s ttl %d %s"
        .formatted(source, destination, ttl, HexFormat.of().formatHex(payload));
  }
}
