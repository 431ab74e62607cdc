package dev.vrrpd.snmp;

/** A name and what it stands for. */
record Variable(Oid name, Value value) {}
