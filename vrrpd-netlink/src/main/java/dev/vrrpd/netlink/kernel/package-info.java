/**
 * {@link dev.vrrpd.core.kernel.Kernel} on Linux: requests become calls of rtnetlink, announcements
 * and settings below /proc/sys; what the kernel tells becomes events.
 */
package dev.vrrpd.netlink.kernel;
