/**
 * The MIBs of VRRP, read through an AgentX master such as snmpd (RFC 2741). On threads of its own;
 * answers come from the last picture of the router, never from the router itself.
 */
package dev.vrrpd.snmp;
