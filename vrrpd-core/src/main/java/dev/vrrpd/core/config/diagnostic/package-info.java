/**
 * What is wrong with a configuration: where, what, and what to write instead; and how many times,
 * for a reader. Values only.
 */
package dev.vrrpd.core.config.diagnostic;
