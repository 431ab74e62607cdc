/** Tokens to a tree of keywords and blocks, and what happens to braces that do not match. */
package dev.vrrpd.core.config.tree;
