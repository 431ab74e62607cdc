/**
 * Text to {@link dev.vrrpd.core.config.DaemonConfig}: lines, tree, table of keywords, whole-file
 * checks. Every mistake is a {@code Diagnostic}; nothing here throws for what an operator wrote.
 */
package dev.vrrpd.core.config;
