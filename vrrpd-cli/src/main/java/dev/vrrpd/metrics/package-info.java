/**
 * What Prometheus scrapes: keepalived_exporter's names so that its dashboards and alerts go on, and
 * our own beside them. Reads pictures that the loop publishes; has no way to reach the loop itself.
 */
package dev.vrrpd.metrics;
