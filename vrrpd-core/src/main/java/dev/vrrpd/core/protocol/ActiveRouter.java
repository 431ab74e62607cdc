package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Centiseconds;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.Priority;

/** The Active router as a Backup last heard it. */
public record ActiveRouter(IpAddress address, Priority priority, Centiseconds interval) {}
