package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.wire.Datagram;
import java.time.Duration;

/**
 * A datagram as it was read.
 *
 * @param waited for how long the kernel had it, from the moment it came from the link; never
 *     negative
 */
public record Arrival(Datagram datagram, Duration waited) {}
