/**
 * {@code vrrpd demo}: a whole installation in namespaces of its own, so that a newcomer sees a
 * failover, measured, a minute after the clone. Uses the daemon as any user does: as a program.
 */
package dev.vrrpd.demo;
