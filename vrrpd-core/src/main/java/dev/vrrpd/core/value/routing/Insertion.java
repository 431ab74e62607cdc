package dev.vrrpd.core.value.routing;

import java.util.Locale;

/** Where a route goes among others to the same destination. */
public enum Insertion {
  /** Only if there is none. */
  ADD,
  /** Behind them. */
  APPEND,
  /** Before them. */
  PREPEND;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
