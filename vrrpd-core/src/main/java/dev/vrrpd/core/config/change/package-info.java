/** What a new configuration changes in a running one. */
package dev.vrrpd.core.config.change;
