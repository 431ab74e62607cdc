/** A configuration in plain words and numbers. */
package dev.vrrpd.core.config.explain;
