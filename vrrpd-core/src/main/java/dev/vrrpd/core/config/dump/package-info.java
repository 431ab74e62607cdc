/** A configuration as text that reads back as itself. */
package dev.vrrpd.core.config.dump;
