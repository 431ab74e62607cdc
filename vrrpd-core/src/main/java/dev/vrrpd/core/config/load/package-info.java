/**
 * The way from a file to a {@code DaemonConfig}: text, tree, keywords and checks in their order.
 */
package dev.vrrpd.core.config.load;
