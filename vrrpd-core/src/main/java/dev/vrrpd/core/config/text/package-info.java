/**
 * From files to words: comments, quotes, includes, conditions, parameters and loops. Every
 * character keeps the place it was typed at. keepalived.conf(5).
 */
package dev.vrrpd.core.config.text;
