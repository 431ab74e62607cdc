/** Log lines on their way out: queued, never waited for, written by one thread of their own. */
package dev.vrrpd.logging;
