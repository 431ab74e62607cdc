package dev.vrrpd.lab;

import dev.vrrpd.core.value.IpAddress;
import java.time.Instant;
import java.util.List;

/**
 * A frame that VRRP is judged by, as seen on a LAN. Read by the lab's own eyes, not by the daemon's
 * codec.
 */
public sealed interface Frame {
  Instant at();

  /**
   * A VRRP advertisement.
   *
   * @param interval in hundredths of a second, for both versions
   * @param identification of the IPv4 header, 0 for IPv6
   */
  record Advert(
      Instant at,
      IpAddress source,
      IpAddress destination,
      int ttl,
      int identification,
      int version,
      int vrid,
      int priority,
      int interval,
      int authentication,
      List<IpAddress> addresses,
      String sourceMac)
      implements Frame {}

  /** An ARP packet whose sender and target protocol addresses are one. */
  record GratuitousArp(Instant at, String senderMac, IpAddress address) implements Frame {}

  /** An ARP request on nobody's behalf: RFC 5227. */
  record ArpProbe(Instant at, String senderMac, IpAddress address) implements Frame {}

  /** A neighbour advertisement to all nodes. */
  record NeighbourAdvertisement(Instant at, String sourceMac, IpAddress target) implements Frame {}
}
