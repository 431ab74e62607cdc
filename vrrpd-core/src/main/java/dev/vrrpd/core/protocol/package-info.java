/** RFC 9568 section 6 (and RFC 3768's for version 2) as functions over values. */
package dev.vrrpd.core.protocol;
