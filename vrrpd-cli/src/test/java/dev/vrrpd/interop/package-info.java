/**
 * vrrpd and keepalived against each other and against themselves, on one LAN, judged by what was
 * captured there.
 */
package dev.vrrpd.interop;
