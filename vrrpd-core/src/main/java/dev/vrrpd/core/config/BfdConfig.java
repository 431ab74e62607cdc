package dev.vrrpd.core.config;

import dev.vrrpd.core.value.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@code bfd_instance} block. RFC 5880 section 6.8.1.
 *
 * @param neighbor the peer; {@code neighbor_ip}
 * @param source of the same family; empty: the kernel's choice; {@code source_ip}
 * @param minRx bfd.RequiredMinRxInterval, in whole microseconds; {@code min_rx}
 * @param minTx bfd.DesiredMinTxInterval while the session is up; {@code min_tx}
 * @param idleTx the same while it is not: at least 1 s, section 6.8.3; {@code idle_tx}
 * @param multiplier bfd.DetectMult, 1 to 255
 * @param passive waits for the peer's first packet; section 6.1
 * @param ttl of what is sent, and of what the peer is expected to send, 1 to 255; {@code hoplimit}
 * @param maxHops how many routers a packet may have crossed, so that it arrives with at least
 *     {@code ttl - maxHops}; empty: any number; {@code max_hops}
 * @param multihop RFC 5883: UDP port 4784
 * @param weight -253 to 253, where a user names none; 0: a session that is not up is a fault
 */
public record BfdConfig(
    String name,
    IpAddress neighbor,
    Optional<IpAddress> source,
    Duration minRx,
    Duration minTx,
    Duration idleTx,
    int multiplier,
    boolean passive,
    int ttl,
    OptionalInt maxHops,
    boolean multihop,
    int weight,
    boolean reverse) {

  /** Another configuration of the same session: the peer need not notice. */
  public boolean samePath(BfdConfig other) {
    return neighbor.equals(other.neighbor)
        && source.equals(other.source)
        && multihop == other.multihop;
  }
}
