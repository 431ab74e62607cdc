/** {@link dev.vrrpd.core.kernel.Kernel} on Linux. */
package dev.vrrpd.netlink.kernel;
