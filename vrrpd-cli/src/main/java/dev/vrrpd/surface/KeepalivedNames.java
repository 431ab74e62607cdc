package dev.vrrpd.surface;

import dev.vrrpd.core.router.Note.Role;
import dev.vrrpd.core.router.Output.Notice;
import dev.vrrpd.core.router.Output.Subject;

/**
 * keepalived's words for what RFC 9568 calls otherwise. Operators' scripts and greps rely on them.
 */
public final class KeepalivedNames {
  private KeepalivedNames() {}

  /** The state's word in logs and dumps. */
  public static String of(Role role) {
    return switch (role) {
      case INITIALIZE -> "INIT";
      case BACKUP -> "BACKUP";
      case ACTIVE -> "MASTER";
      case FAULT -> "FAULT";
      case STOPPED -> "STOP";
    };
  }

  /** The state's number in JSON, SNMP and D-Bus. */
  public static int number(Role role) {
    return switch (role) {
      case INITIALIZE, STOPPED -> 0;
      case BACKUP -> 1;
      case ACTIVE -> 2;
      case FAULT -> 3;
    };
  }

  /** Dumps know four states: one on the way out is shown as INIT. */
  public static Role shown(Role role) {
    return role == Role.STOPPED ? Role.INITIALIZE : role;
  }

  /** What dumps call the state wanted: where a fault keeps it from being, it would be BACKUP. */
  public static Role wanted(Role role) {
    return role == Role.ACTIVE ? Role.ACTIVE : Role.BACKUP;
  }

  /** Third argument of a {@code notify} script, third word of a FIFO line. */
  public static String of(Notice notice) {
    return switch (notice) {
      case ACTIVE -> "MASTER";
      case BACKUP -> "BACKUP";
      case FAULT, REMOVED -> "FAULT";
      case STOPPED -> "STOP";
      case DELETED -> "DELETED";
      case RIVAL_HEARD -> "MASTER_RX_LOWER_PRI";
    };
  }

  /** First argument of a {@code notify} script. */
  public static String of(Subject subject) {
    return switch (subject) {
      case INSTANCE -> "INSTANCE";
      case GROUP -> "GROUP";
    };
  }
}
