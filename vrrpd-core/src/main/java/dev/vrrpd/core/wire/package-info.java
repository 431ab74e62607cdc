/**
 * Octets to values and back: RFC 9568 section 5, RFC 3768 section 5, and what authenticates them (a
 * password, RFC 2402, {@code auth_hmac}).
 */
package dev.vrrpd.core.wire;
