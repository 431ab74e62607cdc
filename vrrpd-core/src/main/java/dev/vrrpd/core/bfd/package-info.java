/**
 * Bidirectional Forwarding Detection, RFC 5880, 5881 and 5883: packets in, packets and news out.
 */
package dev.vrrpd.core.bfd;
