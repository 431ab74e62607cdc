/**
 * {@code vrrpd status}: the daemon's side, which writes one JSON document to whoever connects to
 * its socket, and the asker's side, which makes lines of it. Reads pictures, never the router.
 */
package dev.vrrpd.status;
