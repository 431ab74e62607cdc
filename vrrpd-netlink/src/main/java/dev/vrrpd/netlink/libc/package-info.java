/**
 * The C library: every native call of the program stands in {@link dev.vrrpd.netlink.libc.Libc}.
 */
package dev.vrrpd.netlink.libc;
