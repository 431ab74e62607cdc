/** The running daemon: one loop, the effects it performs, scripts, signals, files. */
package dev.vrrpd.daemon;
