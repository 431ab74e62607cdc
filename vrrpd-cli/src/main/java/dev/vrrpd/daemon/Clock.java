package dev.vrrpd.daemon;

import dev.vrrpd.core.value.Moment;

/** The one place that reads the monotonic clock for the router. */
@FunctionalInterface
interface Clock {
  Clock MONOTONIC = () -> new Moment(System.nanoTime());

  Moment now();
}
