/**
 * The obligations of RFC 9568, so that code, tests and documentation can name the same sentence.
 */
package dev.vrrpd.core.rule;
