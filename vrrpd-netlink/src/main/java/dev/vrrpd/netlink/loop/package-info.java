/** One thread that waits for descriptors, timers and tasks. */
package dev.vrrpd.netlink.loop;
