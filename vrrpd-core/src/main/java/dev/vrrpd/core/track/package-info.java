/** Observations in, faults and effective priority out: check scripts, links and their weights. */
package dev.vrrpd.core.track;
