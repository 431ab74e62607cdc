/** netlink(7): octets and sockets, for links, addresses and the packet filter. */
package dev.vrrpd.netlink.rtnetlink;
