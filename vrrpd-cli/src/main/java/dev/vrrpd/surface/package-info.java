/**
 * keepalived's words for what happens: its names for states, its log lines, its dumps. Other rooms
 * take them from here.
 */
package dev.vrrpd.surface;
