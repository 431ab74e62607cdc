package dev.vrrpd.netlink.packet;

import java.util.SortedSet;

/**
 * A raw socket for advertisements on one {@link Endpoint}: hears what is sent to the endpoint's
 * address on its link and nothing else, sends from the same link without hearing itself. Confined
 * to the loop.
 */
public interface AdvertisementSocket extends AutoCloseable {
  Endpoint endpoint();

  /**
   * From now on the kernel throws away what is for other virtual routers: whoever floods the link
   * with their advertisements does not wake the loop. Until then all are heard.
   */
  void hearOnly(SortedSet<Integer> vrids);

  /** Hands a datagram to the kernel; a refusal is a value. */
  SendOutcome send(OutgoingDatagram datagram);

  /**
   * Hears everything that waits in the socket at this moment, without waiting for the loop to come
   * round: after a stall, what has arrived counts before any timer.
   */
  void drain();

  @Override
  void close();
}
