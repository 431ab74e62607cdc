/** rtnetlink(7): octets and sockets. */
package dev.vrrpd.netlink.rtnetlink;
