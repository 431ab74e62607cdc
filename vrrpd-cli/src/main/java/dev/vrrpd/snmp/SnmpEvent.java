package dev.vrrpd.snmp;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Output;

/** What the SNMP side is told of, in its order. */
sealed interface SnmpEvent {
  /** A configuration is about to be taken up, the first or another. */
  record Configured(DaemonConfig config) implements SnmpEvent {}

  /** Something has happened that may be worth a trap. */
  record Told(Output.Notify notice) implements SnmpEvent {}
}
