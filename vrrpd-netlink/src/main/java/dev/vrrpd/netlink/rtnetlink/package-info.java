/** netlink(7): octets and sockets, for links, addresses, routes, rules and the packet filter. */
package dev.vrrpd.netlink.rtnetlink;
