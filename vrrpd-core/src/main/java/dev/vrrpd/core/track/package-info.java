/**
 * Observations in, faults and effective priority out: links, scripts and checks, files, processes,
 * sessions, and their weights.
 */
package dev.vrrpd.core.track;
