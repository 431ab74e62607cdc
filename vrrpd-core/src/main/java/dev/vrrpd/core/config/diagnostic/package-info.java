/** What is wrong with a configuration: where, what, and what to write instead. Values only. */
package dev.vrrpd.core.config.diagnostic;
