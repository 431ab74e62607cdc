/** unix(7) sockets that the JDK has no class for. */
package dev.vrrpd.netlink.local;
