/** Octets to values and back: RFC 9568 section 5, RFC 3768 section 5. */
package dev.vrrpd.core.wire;
