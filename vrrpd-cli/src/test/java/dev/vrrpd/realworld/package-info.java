/**
 * What operators run with keepalived today, with the real programs around it: the same
 * configuration and the same events, once with keepalived in the middle (which proves the test) and
 * once with vrrpd.
 */
package dev.vrrpd.realworld;
