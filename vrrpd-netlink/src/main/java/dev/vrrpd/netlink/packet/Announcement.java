package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.VirtualAddress;

/**
 * One address to tell the neighbours of.
 *
 * @param router whether this host forwards IPv6 on the link, which a neighbour advertisement says
 */
public record Announcement(Link link, VirtualAddress address, boolean router) {}
