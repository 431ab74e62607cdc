package dev.vrrpd.core.wire;

import dev.vrrpd.core.value.IpAddress;
import java.util.HexFormat;

/**
 * A VRRP packet as a socket hands it over.
 *
 * @param ttl TTL or hop limit it arrived with, 0 to 255
 * @param header the IPv4 header as it arrived, if an authentication header follows, which covers
 *     it; else empty
 * @param payload octets after the IP header, Ethernet padding included; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // received once for each packet: not worth a copy
public record Datagram(
    IpAddress source, IpAddress destination, int ttl, byte[] header, byte[] payload) {
  private static final byte[] NO_HEADER = {};

  /** A datagram of protocol 112. */
  public Datagram(IpAddress source, IpAddress destination, int ttl, byte[] payload) {
    this(source, destination, ttl, NO_HEADER, payload);
  }

  /** What arrives of octets that were encoded for {@code envelope}. */
  public static Datagram of(Authentication authentication, Envelope envelope, byte[] octets) {
    return new Datagram(
        envelope.source(),
        envelope.destination(),
        envelope.ttl(),
        authentication instanceof Authentication.Ah
            ? AuthenticationHeader.ipHeader(envelope, octets.length)
            : NO_HEADER,
        octets);
  }

  /** Its payload begins with an authentication header. */
  public boolean authenticated() {
    return header.length > 0;
  }

  @Override
  public String toString() {
    return "%s > %s ttl %d%s %s"
        .formatted(
            source,
            destination,
            ttl,
            authenticated() ? " AH" : "",
            HexFormat.of().formatHex(payload));
  }
}
