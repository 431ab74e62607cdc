/**
 * The table: every keyword of keepalived's VRRP side, block by block, and the drafts that the rows
 * fill.
 */
package dev.vrrpd.core.config.keywords;
