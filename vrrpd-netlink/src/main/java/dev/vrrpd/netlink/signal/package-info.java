/** Signals that the JVM cannot take. */
package dev.vrrpd.netlink.signal;
