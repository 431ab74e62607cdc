/**
 * The laboratory: hosts, switches, captures and daemons as values of a test. A host is a set of
 * namespaces that lives as long as its first process; that process lives as long as the test's end
 * of a pipe. Nothing can be left behind, however the test ends, and nothing touches the machine's
 * own network.
 */
package dev.vrrpd.lab;
