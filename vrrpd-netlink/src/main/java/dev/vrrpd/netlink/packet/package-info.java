/** Raw sockets for VRRP and packet sockets for ARP and neighbour discovery. */
package dev.vrrpd.netlink.packet;
