package dev.vrrpd.snmp;

/**
 * One range of a search; RFC 2741 section 5.2.
 *
 * @param included the start itself may be the answer
 * @param end the first name beyond the range; without arcs: none
 */
record Question(Oid start, boolean included, Oid end) {}
