package dev.vrrpd.command;

import dev.vrrpd.core.config.text.Budget;

/** How large a configuration this process can hold beside all else. */
final class Room {
  private static final int OCTETS_FOR_A_UNIT = 4;

  private Room() {}

  /** In units of the {@link Budget}. */
  static long ofThisProcess() {
    return Math.min(Budget.ROOM, Runtime.getRuntime().maxMemory() / OCTETS_FOR_A_UNIT);
  }
}
