/**
 * The running daemon: one loop, the effects it performs, sockets, signals, reloads, pid files, and
 * what beside the loop is told how it goes.
 */
package dev.vrrpd.daemon;
