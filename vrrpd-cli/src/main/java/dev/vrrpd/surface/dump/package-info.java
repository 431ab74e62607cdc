/** keepalived's dump files as text. Pure: where they go and when is the daemon's. */
package dev.vrrpd.surface.dump;
