/** Measurements beside keepalived, each in one run; not tests: {@code bin/dev bench NAME}. */
package dev.vrrpd.bench;
