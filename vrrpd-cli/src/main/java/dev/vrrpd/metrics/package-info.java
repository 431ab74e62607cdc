/**
 * What Prometheus scrapes: keepalived_exporter's names so that its dashboards and alerts go on, and
 * our own beside them. Reads pictures that the loop takes for it, at most ten a second, however
 * often it is asked.
 */
package dev.vrrpd.metrics;
