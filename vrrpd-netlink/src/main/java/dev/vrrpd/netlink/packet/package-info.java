/**
 * Raw sockets for VRRP, packet sockets for ARP and neighbour discovery, datagrams of UDP for BFD.
 */
package dev.vrrpd.netlink.packet;
