package dev.vrrpd.dbus;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.core.router.Output;

/** What the bus is told of, in its order. */
sealed interface BusEvent {
  /** A configuration is about to be taken up, the first or another. */
  record Configured(DaemonConfig config) implements BusEvent {}

  /** An instance has entered a state. */
  record Told(Output.Notify notice) implements BusEvent {}

  /** The daemon goes. */
  record Stopped() implements BusEvent {}
}
