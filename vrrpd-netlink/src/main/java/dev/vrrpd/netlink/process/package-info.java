/** Children of the daemon: scripts, as other users, in process groups of their own. */
package dev.vrrpd.netlink.process;
