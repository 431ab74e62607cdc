package dev.vrrpd.snmp;

/** What is said to one question. */
sealed interface Answer {
  record Found(Variable variable) implements Answer {}

  /** There is such an object, but not this instance of it. */
  record NoInstance(Oid name) implements Answer {}

  /** The range has been read to its end. */
  record End(Oid name) implements Answer {}
}
