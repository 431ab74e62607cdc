/**
 * The C library: every native call of the program stands in {@link dev.vrrpd.netlink.libc.Libc},
 * and memory that such calls read and write.
 */
package dev.vrrpd.netlink.libc;
