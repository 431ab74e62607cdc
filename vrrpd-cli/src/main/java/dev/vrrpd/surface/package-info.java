/**
 * The doors that keepalived has: its names for states, its log lines, its dumps. The only room that
 * says MASTER.
 */
package dev.vrrpd.surface;
